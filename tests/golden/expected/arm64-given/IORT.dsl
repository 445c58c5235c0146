[000h 0000   4]                    Signature : "IORT"    [IO Remapping Table]
[004h 0004   4]                 Table Length : 00000098
[008h 0008   1]                     Revision : 00
[009h 0009   1]                     Checksum : BC
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   4]                   Node Count : 00000003
[028h 0040   4]                  Node Offset : 00000030
[02Ch 0044   4]                     Reserved : 00000000

[030h 0048   1]                         Type : 00
[031h 0049   2]                       Length : 0018
[033h 0051   1]                     Revision : 00
[034h 0052   4]                     Reserved : 00000000
[038h 0056   4]                Mapping Count : 00000000
[03Ch 0060   4]               Mapping Offset : 00000000

[040h 0064   4]                     ItsCount : 00000001
[044h 0068   4]                  Identifiers : 00000000

[048h 0072   1]                         Type : 00
[049h 0073   2]                       Length : 0018
[04Bh 0075   1]                     Revision : 00
[04Ch 0076   4]                     Reserved : 00000000
[050h 0080   4]                Mapping Count : 00000000
[054h 0084   4]               Mapping Offset : 00000000

[058h 0088   4]                     ItsCount : 00000001
[05Ch 0092   4]                  Identifiers : 00000001

[060h 0096   1]                         Type : 02
[061h 0097   2]                       Length : 0038
[063h 0099   1]                     Revision : 01
[064h 0100   4]                     Reserved : 00000000
[068h 0104   4]                Mapping Count : 00000001
[06Ch 0108   4]               Mapping Offset : 00000024

[070h 0112   8]            Memory Properties : [IORT Memory Access Properties]
[070h 0112   4]              Cache Coherency : 00000001
[074h 0116   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[075h 0117   2]                     Reserved : 0000
[077h 0119   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[078h 0120   4]                ATS Attribute : 00000000
[07Ch 0124   4]           PCI Segment Number : 00000000
[080h 0128   1]            Memory Size Limit : 40
[081h 0129   3]                     Reserved : 000000

[084h 0132   4]                   Input base : 00000000
[088h 0136   4]                     ID Count : 00000FFF
[08Ch 0140   4]                  Output Base : 00000000
[090h 0144   4]             Output Reference : 00000030
[094h 0148   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0
