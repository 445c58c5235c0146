[000h 0000 004h]                   Signature : "PPTT"    [Processor Properties Topology Table]
[004h 0004 004h]                Table Length : 000001DC
[008h 0008 001h]                    Revision : 03
[009h 0009 001h]                    Checksum : 36
[00Ah 0010 006h]                      Oem ID : "AETHER"
[010h 0016 008h]                Oem Table ID : "AETHERBT"
[018h 0024 004h]                Oem Revision : 00000001
[01Ch 0028 004h]             Asl Compiler ID : "AEBT"
[020h 0032 004h]       Asl Compiler Revision : 00000001


[024h 0036 001h]               Subtable Type : 01 [Cache Type]
[025h 0037 001h]                      Length : 1C
[026h 0038 002h]                    Reserved : 0000
[028h 0040 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[02Ch 0044 004h]         Next Level of Cache : 000000CC
[030h 0048 004h]                        Size : 00010000
[034h 0052 004h]              Number of Sets : 00000100
[038h 0056 001h]               Associativity : 04
[039h 0057 001h]                  Attributes : 02
                             Allocation Type : 2
                                  Cache Type : 0
                                Write Policy : 0
[03Ah 0058 002h]                   Line Size : 0040
[03Ch 0060 004h]                    Cache ID : 00000001

[040h 0064 001h]               Subtable Type : 01 [Cache Type]
[041h 0065 001h]                      Length : 1C
[042h 0066 002h]                    Reserved : 0000
[044h 0068 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[048h 0072 004h]         Next Level of Cache : 000000E8
[04Ch 0076 004h]                        Size : 00010000
[050h 0080 004h]              Number of Sets : 00000100
[054h 0084 001h]               Associativity : 04
[055h 0085 001h]                  Attributes : 02
                             Allocation Type : 2
                                  Cache Type : 0
                                Write Policy : 0
[056h 0086 002h]                   Line Size : 0040
[058h 0088 004h]                    Cache ID : 00000002

[05Ch 0092 001h]               Subtable Type : 01 [Cache Type]
[05Dh 0093 001h]                      Length : 1C
[05Eh 0094 002h]                    Reserved : 0000
[060h 0096 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[064h 0100 004h]         Next Level of Cache : 00000104
[068h 0104 004h]                        Size : 00010000
[06Ch 0108 004h]              Number of Sets : 00000100
[070h 0112 001h]               Associativity : 04
[071h 0113 001h]                  Attributes : 02
                             Allocation Type : 2
                                  Cache Type : 0
                                Write Policy : 0
[072h 0114 002h]                   Line Size : 0040
[074h 0116 004h]                    Cache ID : 00000003

[078h 0120 001h]               Subtable Type : 01 [Cache Type]
[079h 0121 001h]                      Length : 1C
[07Ah 0122 002h]                    Reserved : 0000
[07Ch 0124 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[080h 0128 004h]         Next Level of Cache : 000000CC
[084h 0132 004h]                        Size : 00010000
[088h 0136 004h]              Number of Sets : 00000100
[08Ch 0140 001h]               Associativity : 04
[08Dh 0141 001h]                  Attributes : 04
                             Allocation Type : 0
                                  Cache Type : 1
                                Write Policy : 0
[08Eh 0142 002h]                   Line Size : 0040
[090h 0144 004h]                    Cache ID : 00000004

[094h 0148 001h]               Subtable Type : 01 [Cache Type]
[095h 0149 001h]                      Length : 1C
[096h 0150 002h]                    Reserved : 0000
[098h 0152 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[09Ch 0156 004h]         Next Level of Cache : 000000E8
[0A0h 0160 004h]                        Size : 00010000
[0A4h 0164 004h]              Number of Sets : 00000100
[0A8h 0168 001h]               Associativity : 04
[0A9h 0169 001h]                  Attributes : 04
                             Allocation Type : 0
                                  Cache Type : 1
                                Write Policy : 0
[0AAh 0170 002h]                   Line Size : 0040
[0ACh 0172 004h]                    Cache ID : 00000005

[0B0h 0176 001h]               Subtable Type : 01 [Cache Type]
[0B1h 0177 001h]                      Length : 1C
[0B2h 0178 002h]                    Reserved : 0000
[0B4h 0180 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[0B8h 0184 004h]         Next Level of Cache : 00000104
[0BCh 0188 004h]                        Size : 00010000
[0C0h 0192 004h]              Number of Sets : 00000100
[0C4h 0196 001h]               Associativity : 04
[0C5h 0197 001h]                  Attributes : 04
                             Allocation Type : 0
                                  Cache Type : 1
                                Write Policy : 0
[0C6h 0198 002h]                   Line Size : 0040
[0C8h 0200 004h]                    Cache ID : 00000006

[0CCh 0204 001h]               Subtable Type : 01 [Cache Type]
[0CDh 0205 001h]                      Length : 1C
[0CEh 0206 002h]                    Reserved : 0000
[0D0h 0208 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[0D4h 0212 004h]         Next Level of Cache : 00000000
[0D8h 0216 004h]                        Size : 00100000
[0DCh 0220 004h]              Number of Sets : 00000800
[0E0h 0224 001h]               Associativity : 08
[0E1h 0225 001h]                  Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[0E2h 0226 002h]                   Line Size : 0040
[0E4h 0228 004h]                    Cache ID : 00000007

[0E8h 0232 001h]               Subtable Type : 01 [Cache Type]
[0E9h 0233 001h]                      Length : 1C
[0EAh 0234 002h]                    Reserved : 0000
[0ECh 0236 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[0F0h 0240 004h]         Next Level of Cache : 00000000
[0F4h 0244 004h]                        Size : 00100000
[0F8h 0248 004h]              Number of Sets : 00000800
[0FCh 0252 001h]               Associativity : 08
[0FDh 0253 001h]                  Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[0FEh 0254 002h]                   Line Size : 0040
[100h 0256 004h]                    Cache ID : 00000008

[104h 0260 001h]               Subtable Type : 01 [Cache Type]
[105h 0261 001h]                      Length : 1C
[106h 0262 002h]                    Reserved : 0000
[108h 0264 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[10Ch 0268 004h]         Next Level of Cache : 00000000
[110h 0272 004h]                        Size : 00100000
[114h 0276 004h]              Number of Sets : 00000800
[118h 0280 001h]               Associativity : 08
[119h 0281 001h]                  Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[11Ah 0282 002h]                   Line Size : 0040
[11Ch 0284 004h]                    Cache ID : 00000009

[120h 0288 001h]               Subtable Type : 01 [Cache Type]
[121h 0289 001h]                      Length : 1C
[122h 0290 002h]                    Reserved : 0000
[124h 0292 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[128h 0296 004h]         Next Level of Cache : 00000000
[12Ch 0300 004h]                        Size : 00800000
[130h 0304 004h]              Number of Sets : 00002000
[134h 0308 001h]               Associativity : 10
[135h 0309 001h]                  Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[136h 0310 002h]                   Line Size : 0040
[138h 0312 004h]                    Cache ID : 0000000A

[13Ch 0316 001h]               Subtable Type : 01 [Cache Type]
[13Dh 0317 001h]                      Length : 1C
[13Eh 0318 002h]                    Reserved : 0000
[140h 0320 004h]       Flags (decoded below) : 000000FF
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
                              Cache ID valid : 1
[144h 0324 004h]         Next Level of Cache : 00000000
[148h 0328 004h]                        Size : 00800000
[14Ch 0332 004h]              Number of Sets : 00002000
[150h 0336 001h]               Associativity : 10
[151h 0337 001h]                  Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[152h 0338 002h]                   Line Size : 0040
[154h 0340 004h]                    Cache ID : 0000000B

[158h 0344 001h]               Subtable Type : 00 [Processor Hierarchy Node]
[159h 0345 001h]                      Length : 18
[15Ah 0346 002h]                    Reserved : 0000
[15Ch 0348 004h]       Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[160h 0352 004h]                      Parent : 00000000
[164h 0356 004h]           ACPI Processor ID : 00000000
[168h 0360 004h]     Private Resource Number : 00000001
[16Ch 0364 004h]            Private Resource : 00000120

[170h 0368 001h]               Subtable Type : 00 [Processor Hierarchy Node]
[171h 0369 001h]                      Length : 18
[172h 0370 002h]                    Reserved : 0000
[174h 0372 004h]       Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[178h 0376 004h]                      Parent : 00000000
[17Ch 0380 004h]           ACPI Processor ID : 00000000
[180h 0384 004h]     Private Resource Number : 00000001
[184h 0388 004h]            Private Resource : 0000013C

[188h 0392 001h]               Subtable Type : 00 [Processor Hierarchy Node]
[189h 0393 001h]                      Length : 1C
[18Ah 0394 002h]                    Reserved : 0000
[18Ch 0396 004h]       Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[190h 0400 004h]                      Parent : 00000158
[194h 0404 004h]           ACPI Processor ID : 00000000
[198h 0408 004h]     Private Resource Number : 00000002
[19Ch 0412 004h]            Private Resource : 00000024
[1A0h 0416 004h]            Private Resource : 00000078

[1A4h 0420 001h]               Subtable Type : 00 [Processor Hierarchy Node]
[1A5h 0421 001h]                      Length : 1C
[1A6h 0422 002h]                    Reserved : 0000
[1A8h 0424 004h]       Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1ACh 0428 004h]                      Parent : 00000158
[1B0h 0432 004h]           ACPI Processor ID : 00000001
[1B4h 0436 004h]     Private Resource Number : 00000002
[1B8h 0440 004h]            Private Resource : 00000040
[1BCh 0444 004h]            Private Resource : 00000094

[1C0h 0448 001h]               Subtable Type : 00 [Processor Hierarchy Node]
[1C1h 0449 001h]                      Length : 1C
[1C2h 0450 002h]                    Reserved : 0000
[1C4h 0452 004h]       Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C8h 0456 004h]                      Parent : 00000170
[1CCh 0460 004h]           ACPI Processor ID : 00000002
[1D0h 0464 004h]     Private Resource Number : 00000002
[1D4h 0468 004h]            Private Resource : 0000005C
[1D8h 0472 004h]            Private Resource : 000000B0
