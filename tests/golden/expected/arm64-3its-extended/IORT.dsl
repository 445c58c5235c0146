[000h 0000   4]                    Signature : "IORT"    [IO Remapping Table]
[004h 0004   4]                 Table Length : 00000154
[008h 0008   1]                     Revision : 00
[009h 0009   1]                     Checksum : 12
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   4]                   Node Count : 00000006
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

[060h 0096   1]                         Type : 00
[061h 0097   2]                       Length : 0018
[063h 0099   1]                     Revision : 00
[064h 0100   4]                     Reserved : 00000000
[068h 0104   4]                Mapping Count : 00000000
[06Ch 0108   4]               Mapping Offset : 00000000

[070h 0112   4]                     ItsCount : 00000001
[074h 0116   4]                  Identifiers : 00000002

[078h 0120   1]                         Type : 04
[079h 0121   2]                       Length : 0058
[07Bh 0123   1]                     Revision : 00
[07Ch 0124   4]                     Reserved : 00000000
[080h 0128   4]                Mapping Count : 00000001
[084h 0132   4]               Mapping Offset : 00000044

[088h 0136   8]                 Base Address : 0000000009080000
[090h 0144   4]        Flags (decoded below) : 00000001
                             COHACC Override : 1
                               HTTU Override : 0
                      Proximity Domain Valid : 0
[094h 0148   4]                     Reserved : 00000000
[098h 0152   8]                VATOS Address : 0000000000000000
[0A0h 0160   4]                        Model : 00000000
[0A4h 0164   4]                   Event GSIV : 0000100C
[0A8h 0168   4]                     PRI GSIV : 00000000
[0ACh 0172   4]                    GERR GSIV : 0000100E
[0B0h 0176   4]                    Sync GSIV : 0000100D
[0B4h 0180   4]             Proximity Domain : 00000000
[0B8h 0184   4]      Device ID Mapping Index : 00000000

[0BCh 0188   4]                   Input base : 00008000
[0C0h 0192   4]                     ID Count : 00001FFF
[0C4h 0196   4]                  Output Base : 00008000
[0C8h 0200   4]             Output Reference : 00000060
[0CCh 0204   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[0D0h 0208   1]                         Type : 02
[0D1h 0209   2]                       Length : 004C
[0D3h 0211   1]                     Revision : 01
[0D4h 0212   4]                     Reserved : 00000000
[0D8h 0216   4]                Mapping Count : 00000002
[0DCh 0220   4]               Mapping Offset : 00000024

[0E0h 0224   8]            Memory Properties : [IORT Memory Access Properties]
[0E0h 0224   4]              Cache Coherency : 00000001
[0E4h 0228   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[0E5h 0229   2]                     Reserved : 0000
[0E7h 0231   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[0E8h 0232   4]                ATS Attribute : 00000000
[0ECh 0236   4]           PCI Segment Number : 00000000
[0F0h 0240   1]            Memory Size Limit : 40
[0F1h 0241   3]                     Reserved : 000000

[0F4h 0244   4]                   Input base : 00000000
[0F8h 0248   4]                     ID Count : 00003FFF
[0FCh 0252   4]                  Output Base : 00000000
[100h 0256   4]             Output Reference : 00000048
[104h 0260   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[108h 0264   4]                   Input base : 00008000
[10Ch 0268   4]                     ID Count : 00001FFF
[110h 0272   4]                  Output Base : 00008000
[114h 0276   4]             Output Reference : 00000078
[118h 0280   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0

[11Ch 0284   1]                         Type : 02
[11Dh 0285   2]                       Length : 0038
[11Fh 0287   1]                     Revision : 01
[120h 0288   4]                     Reserved : 00000000
[124h 0292   4]                Mapping Count : 00000001
[128h 0296   4]               Mapping Offset : 00000024

[12Ch 0300   8]            Memory Properties : [IORT Memory Access Properties]
[12Ch 0300   4]              Cache Coherency : 00000001
[130h 0304   1]        Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[131h 0305   2]                     Reserved : 0000
[133h 0307   1] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
[134h 0308   4]                ATS Attribute : 00000000
[138h 0312   4]           PCI Segment Number : 00000001
[13Ch 0316   1]            Memory Size Limit : 40
[13Dh 0317   3]                     Reserved : 000000

[140h 0320   4]                   Input base : 00000000
[144h 0324   4]                     ID Count : 00007FFF
[148h 0328   4]                  Output Base : 00010000
[14Ch 0332   4]             Output Reference : 00000030
[150h 0336   4]        Flags (decoded below) : 00000000
                              Single Mapping : 0
