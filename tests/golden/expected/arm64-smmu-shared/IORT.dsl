[000h 0000   4]                    Signature : "IORT"    [IO Remapping Table]
[004h 0004   4]                 Table Length : 00000190
[008h 0008   1]                     Revision : 00
[009h 0009   1]                     Checksum : D1
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
[049h 0073   2]                       Length : 006C
[04Bh 0075   1]                     Revision : 00
[04Ch 0076   4]                     Reserved : 00000000
[050h 0080   4]                Mapping Count : 00000002
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
[090h 0144   4]                     ID Count : 00003FFF
[094h 0148   4]                  Output Base : 00000000
[098h 0152   4]             Output Reference : 00000030
[09Ch 0156   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[0A0h 0160   4]                   Input base : 00010000
[0A4h 0164   4]                     ID Count : 00007FFF
[0A8h 0168   4]                  Output Base : 00010000
[0ACh 0172   4]             Output Reference : 00000030
[0B0h 0176   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[0B4h 0180   1]                         Type : 04
[0B5h 0181   2]                       Length : 0058
[0B7h 0183   1]                     Revision : 00
[0B8h 0184   4]                     Reserved : 00000000
[0BCh 0188   4]                Mapping Count : 00000001
[0C0h 0192   4]               Mapping Offset : 00000044

[0C4h 0196   8]                 Base Address : 0000000009080000
[0CCh 0204   4]        Flags (decoded below) : 00000001
                             COHACC Override : 1
                               HTTU Override : 0
                      Proximity Domain Valid : 0
[0D0h 0208   4]                     Reserved : 00000000
[0D4h 0212   8]                VATOS Address : 0000000000000000
[0DCh 0220   4]                        Model : 00000000
[0E0h 0224   4]                   Event GSIV : 0000006D
[0E4h 0228   4]                     PRI GSIV : 00000000
[0E8h 0232   4]                    GERR GSIV : 0000006F
[0ECh 0236   4]                    Sync GSIV : 0000006E
[0F0h 0240   4]             Proximity Domain : 00000000
[0F4h 0244   4]      Device ID Mapping Index : 00000000

[0F8h 0248   4]                   Input base : 00008000
[0FCh 0252   4]                     ID Count : 00001FFF
[100h 0256   4]                  Output Base : 00008000
[104h 0260   4]             Output Reference : 00000030
[108h 0264   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[10Ch 0268   1]                         Type : 02
[10Dh 0269   2]                       Length : 004C
[10Fh 0271   1]                     Revision : 01
[110h 0272   4]                     Reserved : 00000000
[114h 0276   4]                Mapping Count : 00000002
[118h 0280   4]               Mapping Offset : 00000024

[11Ch 0284   8]            Memory Properties : [IORT Memory Access Properties]
[11Ch 0284   4]              Cache Coherency : 00000001
[120h 0288   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[121h 0289   2]                     Reserved : 0000
[123h 0291   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[124h 0292   4]                ATS Attribute : 00000000
[128h 0296   4]           PCI Segment Number : 00000000
[12Ch 0300   1]            Memory Size Limit : 40
[12Dh 0301   3]                     Reserved : 000000

[130h 0304   4]                   Input base : 00000000
[134h 0308   4]                     ID Count : 00003FFF
[138h 0312   4]                  Output Base : 00000000
[13Ch 0316   4]             Output Reference : 00000048
[140h 0320   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[144h 0324   4]                   Input base : 00008000
[148h 0328   4]                     ID Count : 00001FFF
[14Ch 0332   4]                  Output Base : 00008000
[150h 0336   4]             Output Reference : 000000B4
[154h 0340   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[158h 0344   1]                         Type : 02
[159h 0345   2]                       Length : 0038
[15Bh 0347   1]                     Revision : 01
[15Ch 0348   4]                     Reserved : 00000000
[160h 0352   4]                Mapping Count : 00000001
[164h 0356   4]               Mapping Offset : 00000024

[168h 0360   8]            Memory Properties : [IORT Memory Access Properties]
[168h 0360   4]              Cache Coherency : 00000001
[16Ch 0364   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[16Dh 0365   2]                     Reserved : 0000
[16Fh 0367   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[170h 0368   4]                ATS Attribute : 00000000
[174h 0372   4]           PCI Segment Number : 00000001
[178h 0376   1]            Memory Size Limit : 40
[179h 0377   3]                     Reserved : 000000

[17Ch 0380   4]                   Input base : 00000000
[180h 0384   4]                     ID Count : 00007FFF
[184h 0388   4]                  Output Base : 00010000
[188h 0392   4]             Output Reference : 00000048
[18Ch 0396   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0
