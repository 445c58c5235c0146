[000h 0000   4]                    Signature : "IORT"    [IO Remapping Table]
[004h 0004   4]                 Table Length : 00000168
[008h 0008   1]                     Revision : 00
[009h 0009   1]                     Checksum : AB
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   4]                   Node Count : 00000005
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

[048h 0072   1]                         Type : 04
[049h 0073   2]                       Length : 0058
[04Bh 0075   1]                     Revision : 00
[04Ch 0076   4]                     Reserved : 00000000
[050h 0080   4]                Mapping Count : 00000001
[054h 0084   4]               Mapping Offset : 00000044

[058h 0088   8]                 Base Address : 0000000009050000
[060h 0096   4]        Flags (decoded below) : 00000001
                             COHACC Override : 1
                               HTTU Override : 0
                      Proximity Domain Valid : 0
[064h 0100   4]                     Reserved : 00000000
[068h 0104   8]                VATOS Address : 0000000000000000
[070h 0112   4]                        Model : 00000000
[074h 0116   4]                   Event GSIV : 0000006A
[078h 0120   4]                     PRI GSIV : 00000000
[07Ch 0124   4]                    GERR GSIV : 0000006C
[080h 0128   4]                    Sync GSIV : 0000006B
[084h 0132   4]             Proximity Domain : 00000000
[088h 0136   4]      Device ID Mapping Index : 00000000

[08Ch 0140   4]                   Input base : 00000000
[090h 0144   4]                     ID Count : 0000FFFF
[094h 0148   4]                  Output Base : 00000000
[098h 0152   4]             Output Reference : 00000030
[09Ch 0156   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[0A0h 0160   1]                         Type : 04
[0A1h 0161   2]                       Length : 0058
[0A3h 0163   1]                     Revision : 00
[0A4h 0164   4]                     Reserved : 00000000
[0A8h 0168   4]                Mapping Count : 00000001
[0ACh 0172   4]               Mapping Offset : 00000044

[0B0h 0176   8]                 Base Address : 0000000009070000
[0B8h 0184   4]        Flags (decoded below) : 00000001
                             COHACC Override : 1
                               HTTU Override : 0
                      Proximity Domain Valid : 0
[0BCh 0188   4]                     Reserved : 00000000
[0C0h 0192   8]                VATOS Address : 0000000000000000
[0C8h 0200   4]                        Model : 00000000
[0CCh 0204   4]                   Event GSIV : 0000006E
[0D0h 0208   4]                     PRI GSIV : 00000000
[0D4h 0212   4]                    GERR GSIV : 00000070
[0D8h 0216   4]                    Sync GSIV : 0000006F
[0DCh 0220   4]             Proximity Domain : 00000000
[0E0h 0224   4]      Device ID Mapping Index : 00000000

[0E4h 0228   4]                   Input base : 00002000
[0E8h 0232   4]                     ID Count : 00001FFF
[0ECh 0236   4]                  Output Base : 00012000
[0F0h 0240   4]             Output Reference : 00000030
[0F4h 0244   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[0F8h 0248   1]                         Type : 02
[0F9h 0249   2]                       Length : 0038
[0FBh 0251   1]                     Revision : 01
[0FCh 0252   4]                     Reserved : 00000000
[100h 0256   4]                Mapping Count : 00000001
[104h 0260   4]               Mapping Offset : 00000024

[108h 0264   8]            Memory Properties : [IORT Memory Access Properties]
[108h 0264   4]              Cache Coherency : 00000001
[10Ch 0268   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[10Dh 0269   2]                     Reserved : 0000
[10Fh 0271   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[110h 0272   4]                ATS Attribute : 00000000
[114h 0276   4]           PCI Segment Number : 00000000
[118h 0280   1]            Memory Size Limit : 40
[119h 0281   3]                     Reserved : 000000

[11Ch 0284   4]                   Input base : 00000000
[120h 0288   4]                     ID Count : 0000FFFF
[124h 0292   4]                  Output Base : 00000000
[128h 0296   4]             Output Reference : 00000048
[12Ch 0300   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[130h 0304   1]                         Type : 02
[131h 0305   2]                       Length : 0038
[133h 0307   1]                     Revision : 01
[134h 0308   4]                     Reserved : 00000000
[138h 0312   4]                Mapping Count : 00000001
[13Ch 0316   4]               Mapping Offset : 00000024

[140h 0320   8]            Memory Properties : [IORT Memory Access Properties]
[140h 0320   4]              Cache Coherency : 00000001
[144h 0324   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[145h 0325   2]                     Reserved : 0000
[147h 0327   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[148h 0328   4]                ATS Attribute : 00000000
[14Ch 0332   4]           PCI Segment Number : 00000001
[150h 0336   1]            Memory Size Limit : 40
[151h 0337   3]                     Reserved : 000000

[154h 0340   4]                   Input base : 00002000
[158h 0344   4]                     ID Count : 00001FFF
[15Ch 0348   4]                  Output Base : 00002000
[160h 0352   4]             Output Reference : 000000A0
[164h 0356   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0
