[000h 0000   4]                    Signature : "XSDT"    [Extended System Description Table]
[004h 0004   4]                 Table Length : 00000064
[008h 0008   1]                     Revision : 01
[009h 0009   1]                     Checksum : 47
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   8]       ACPI Table Address   0 : 000000007FF00270
[02Ch 0044   8]       ACPI Table Address   1 : 000000007FF00390
[034h 0052   8]       ACPI Table Address   2 : 000000007FF004B0
[03Ch 0060   8]       ACPI Table Address   3 : 000000007FF004F0
[044h 0068   8]       ACPI Table Address   4 : 000000007FF00540
[04Ch 0076   8]       ACPI Table Address   5 : 000000007FF005B0
[054h 0084   8]       ACPI Table Address   6 : 000000007FF00610
[05Ch 0092   8]       ACPI Table Address   7 : 000000007FF006B0
