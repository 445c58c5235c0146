[000h 0000 004h]                   Signature : "IORT"    [IO Remapping Table]
[004h 0004 004h]                Table Length : 000001F0
[008h 0008 001h]                    Revision : 05
[009h 0009 001h]                    Checksum : D6
[00Ah 0010 006h]                      Oem ID : "AETHER"
[010h 0016 008h]                Oem Table ID : "AETHERBT"
[018h 0024 004h]                Oem Revision : 00000001
[01Ch 0028 004h]             Asl Compiler ID : "AEBT"
[020h 0032 004h]       Asl Compiler Revision : 00000001

[024h 0036 004h]                  Node Count : 00000007
[028h 0040 004h]                 Node Offset : 00000030
[02Ch 0044 004h]                    Reserved : 00000000

[030h 0048 001h]                        Type : 00
[031h 0049 002h]                      Length : 0018
[033h 0051 001h]                    Revision : 00
[034h 0052 004h]                  Identifier : 00000000
[038h 0056 004h]               Mapping Count : 00000000
[03Ch 0060 004h]              Mapping Offset : 00000000

[040h 0064 004h]                    ItsCount : 00000001
[044h 0068 004h]                 Identifiers : 00000000

[048h 0072 001h]                        Type : 04
[049h 0073 002h]                      Length : 0058
[04Bh 0075 001h]                    Revision : 00
[04Ch 0076 004h]                  Identifier : 00000001
[050h 0080 004h]               Mapping Count : 00000001
[054h 0084 004h]              Mapping Offset : 00000044

[058h 0088 008h]                Base Address : 0000000009050000
[060h 0096 004h]       Flags (decoded below) : 00000001
                             COHACC Override : 1
                               HTTU Override : 0
                      Proximity Domain Valid : 0
                              DeviceID Valid : 0
[064h 0100 004h]                    Reserved : 00000000
[068h 0104 008h]               VATOS Address : 0000000000000000
[070h 0112 004h]                       Model : 00000000
[074h 0116 004h]                  Event GSIV : 0000006A
[078h 0120 004h]                    PRI GSIV : 00000000
[07Ch 0124 004h]                   GERR GSIV : 0000006C
[080h 0128 004h]                   Sync GSIV : 0000006B
[084h 0132 004h]            Proximity Domain : 00000000
[088h 0136 004h]     Device ID Mapping Index : 00000000

[08Ch 0140 004h]                  Input base : 00000000
[090h 0144 004h]                    ID Count : 0000FFFF
[094h 0148 004h]                 Output Base : 00000000
[098h 0152 004h]            Output Reference : 00000030
[09Ch 0156 004h]       Flags (decoded below) : 00000000
                              Single Mapping : 0

[0A0h 0160 001h]                        Type : 04
[0A1h 0161 002h]                      Length : 0058
[0A3h 0163 001h]                    Revision : 00
[0A4h 0164 004h]                  Identifier : 00000002
[0A8h 0168 004h]               Mapping Count : 00000001
[0ACh 0172 004h]              Mapping Offset : 00000044

[0B0h 0176 008h]                Base Address : 0000000009080000
[0B8h 0184 004h]       Flags (decoded below) : 00000001
                             COHACC Override : 1
                               HTTU Override : 0
                      Proximity Domain Valid : 0
                              DeviceID Valid : 0
[0BCh 0188 004h]                    Reserved : 00000000
[0C0h 0192 008h]               VATOS Address : 0000000000000000
[0C8h 0200 004h]                       Model : 00000000
[0CCh 0204 004h]                  Event GSIV : 0000006D
[0D0h 0208 004h]                    PRI GSIV : 00000000
[0D4h 0212 004h]                   GERR GSIV : 0000006F
[0D8h 0216 004h]                   Sync GSIV : 0000006E
[0DCh 0220 004h]            Proximity Domain : 00000000
[0E0h 0224 004h]     Device ID Mapping Index : 00000000

[0E4h 0228 004h]                  Input base : 00002000
[0E8h 0232 004h]                    ID Count : 00001FFF
[0ECh 0236 004h]                 Output Base : 00012000
[0F0h 0240 004h]            Output Reference : 00000030
[0F4h 0244 004h]       Flags (decoded below) : 00000000
                              Single Mapping : 0

[0F8h 0248 001h]                        Type : 02
[0F9h 0249 002h]                      Length : 0038
[0FBh 0251 001h]                    Revision : 01
[0FCh 0252 004h]                  Identifier : 00000003
[100h 0256 004h]               Mapping Count : 00000001
[104h 0260 004h]              Mapping Offset : 00000024

[108h 0264 008h]           Memory Properties : [IORT Memory Access Properties]
[108h 0264 004h]             Cache Coherency : 00000001
[10Ch 0268 001h]       Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[10Dh 0269 002h]                    Reserved : 0000
[10Fh 0271 001h] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
               Ensured Coherency of Accesses : 0
[110h 0272 004h]               ATS Attribute : 00000000
[114h 0276 004h]          PCI Segment Number : 00000000
[118h 0280 001h]           Memory Size Limit : 40
[119h 0281 002h]          PASID Capabilities : 0000
[11Bh 0283 001h]                    Reserved : 00

[11Ch 0284 004h]                  Input base : 00000000
[120h 0288 004h]                    ID Count : 0000FFFF
[124h 0292 004h]                 Output Base : 00000000
[128h 0296 004h]            Output Reference : 00000048
[12Ch 0300 004h]       Flags (decoded below) : 00000000
                              Single Mapping : 0

[130h 0304 001h]                        Type : 02
[131h 0305 002h]                      Length : 0038
[133h 0307 001h]                    Revision : 01
[134h 0308 004h]                  Identifier : 00000004
[138h 0312 004h]               Mapping Count : 00000001
[13Ch 0316 004h]              Mapping Offset : 00000024

[140h 0320 008h]           Memory Properties : [IORT Memory Access Properties]
[140h 0320 004h]             Cache Coherency : 00000001
[144h 0324 001h]       Hints (decoded below) : 00
                                   Transient : 0
                              Write Allocate : 0
                               Read Allocate : 0
                                    Override : 0
[145h 0325 002h]                    Reserved : 0000
[147h 0327 001h] Memory Flags (decoded below) : 03
                                   Coherency : 1
                            Device Attribute : 1
               Ensured Coherency of Accesses : 0
[148h 0328 004h]               ATS Attribute : 00000000
[14Ch 0332 004h]          PCI Segment Number : 00000001
[150h 0336 001h]           Memory Size Limit : 40
[151h 0337 002h]          PASID Capabilities : 0000
[153h 0339 001h]                    Reserved : 00

[154h 0340 004h]                  Input base : 00002000
[158h 0344 004h]                    ID Count : 00001FFF
[15Ch 0348 004h]                 Output Base : 00002000
[160h 0352 004h]            Output Reference : 000000A0
[164h 0356 004h]       Flags (decoded below) : 00000000
                              Single Mapping : 0

[168h 0360 001h]                        Type : 06
[169h 0361 002h]                      Length : 0044
[16Bh 0363 001h]                    Revision : 03
[16Ch 0364 004h]                  Identifier : 00000005
[170h 0368 004h]               Mapping Count : 00000001
[174h 0372 004h]              Mapping Offset : 00000030

[178h 0376 004h]       Flags (decoded below) : 00000000
                         Remapping Permitted : 0
                           Access Privileged : 0
                           Access Attributes : 00
[17Ch 0380 004h]   Number of RMR Descriptors : 00000001
[180h 0384 004h]       RMR Descriptor Offset : 0000001C

[184h 0388 008h]         Base Address of RMR : 0000000008080000
[18Ch 0396 008h]               Length of RMR : 0000000000020000
[194h 0404 004h]                    Reserved : 00000000

[198h 0408 004h]                  Input base : 00000000
[19Ch 0412 004h]                    ID Count : 0000FFFF
[1A0h 0416 004h]                 Output Base : 00000000
[1A4h 0420 004h]            Output Reference : 00000048
[1A8h 0424 004h]       Flags (decoded below) : 00000000
                              Single Mapping : 0

[1ACh 0428 001h]                        Type : 06
[1ADh 0429 002h]                      Length : 0044
[1AFh 0431 001h]                    Revision : 03
[1B0h 0432 004h]                  Identifier : 00000006
[1B4h 0436 004h]               Mapping Count : 00000001
[1B8h 0440 004h]              Mapping Offset : 00000030

[1BCh 0444 004h]       Flags (decoded below) : 00000015
                         Remapping Permitted : 1
                           Access Privileged : 0
                           Access Attributes : 05
[1C0h 0448 004h]   Number of RMR Descriptors : 00000001
[1C4h 0452 004h]       RMR Descriptor Offset : 0000001C

[1C8h 0456 008h]         Base Address of RMR : 0000000080000000
[1D0h 0464 008h]               Length of RMR : 0000000000400000
[1D8h 0472 004h]                    Reserved : 00000000

[1DCh 0476 004h]                  Input base : 00000000
[1E0h 0480 004h]                    ID Count : 00000000
[1E4h 0484 004h]                 Output Base : 00002010
[1E8h 0488 004h]            Output Reference : 000000A0
[1ECh 0492 004h]       Flags (decoded below) : 00000000
                              Single Mapping : 0
