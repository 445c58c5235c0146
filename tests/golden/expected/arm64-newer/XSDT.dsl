[000h 0000 004h]                   Signature : "XSDT"    [Extended System Description Table]
[004h 0004 004h]                Table Length : 00000064
[008h 0008 001h]                    Revision : 01
[009h 0009 001h]                    Checksum : 98
[00Ah 0010 006h]                      Oem ID : "AETHER"
[010h 0016 008h]                Oem Table ID : "AETHERBT"
[018h 0024 004h]                Oem Revision : 00000001
[01Ch 0028 004h]             Asl Compiler ID : "AEBT"
[020h 0032 004h]       Asl Compiler Revision : 00000001

[024h 0036 008h]       ACPI Table Address   0 : 000000007FF00370
[02Ch 0044 008h]       ACPI Table Address   1 : 000000007FF00490
[034h 0052 008h]       ACPI Table Address   2 : 000000007FF005F0
[03Ch 0060 008h]       ACPI Table Address   3 : 000000007FF00640
[044h 0068 008h]       ACPI Table Address   4 : 000000007FF006B0
[04Ch 0076 008h]       ACPI Table Address   5 : 000000007FF00720
[054h 0084 008h]       ACPI Table Address   6 : 000000007FF00900
[05Ch 0092 008h]       ACPI Table Address   7 : 000000007FF00AF0
