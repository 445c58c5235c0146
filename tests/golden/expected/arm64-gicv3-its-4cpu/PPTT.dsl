[000h 0000   4]                    Signature : "PPTT"    [Processor Properties Topology Table]
[004h 0004   4]                 Table Length : 0000010C
[008h 0008   1]                     Revision : 02
[009h 0009   1]                     Checksum : A7
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001


[024h 0036   1]                Subtable Type : 01 [Cache Type]
[025h 0037   1]                       Length : 18
[026h 0038   2]                     Reserved : 0000
[028h 0040   4]        Flags (decoded below) : 0000007F
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
[02Ch 0044   4]          Next Level of Cache : 00000000
[030h 0048   4]                         Size : 00010000
[034h 0052   4]               Number of Sets : 00000100
[038h 0056   1]                Associativity : 04
[039h 0057   1]                   Attributes : 02
                             Allocation Type : 2
                                  Cache Type : 0
                                Write Policy : 0
[03Ah 0058   2]                    Line Size : 0040

[03Ch 0060   1]                Subtable Type : 01 [Cache Type]
[03Dh 0061   1]                       Length : 18
[03Eh 0062   2]                     Reserved : 0000
[040h 0064   4]        Flags (decoded below) : 0000007F
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
[044h 0068   4]          Next Level of Cache : 00000000
[048h 0072   4]                         Size : 00010000
[04Ch 0076   4]               Number of Sets : 00000100
[050h 0080   1]                Associativity : 04
[051h 0081   1]                   Attributes : 04
                             Allocation Type : 0
                                  Cache Type : 1
                                Write Policy : 0
[052h 0082   2]                    Line Size : 0040

[054h 0084   1]                Subtable Type : 01 [Cache Type]
[055h 0085   1]                       Length : 18
[056h 0086   2]                     Reserved : 0000
[058h 0088   4]        Flags (decoded below) : 0000007F
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
[05Ch 0092   4]          Next Level of Cache : 00000000
[060h 0096   4]                         Size : 00100000
[064h 0100   4]               Number of Sets : 00000800
[068h 0104   1]                Associativity : 08
[069h 0105   1]                   Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[06Ah 0106   2]                    Line Size : 0040

[06Ch 0108   1]                Subtable Type : 00 [Processor Hierarchy Node]
[06Dh 0109   1]                       Length : 18
[06Eh 0110   2]                     Reserved : 0000
[070h 0112   4]        Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[074h 0116   4]                       Parent : 00000000
[078h 0120   4]            ACPI Processor ID : 00000000
[07Ch 0124   4]      Private Resource Number : 00000001
[080h 0128   4]             Private Resource : 00000054

[084h 0132   1]                Subtable Type : 00 [Processor Hierarchy Node]
[085h 0133   1]                       Length : 1C
[086h 0134   2]                     Reserved : 0000
[088h 0136   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[08Ch 0140   4]                       Parent : 0000006C
[090h 0144   4]            ACPI Processor ID : 00000000
[094h 0148   4]      Private Resource Number : 00000002
[098h 0152   4]             Private Resource : 00000024
[09Ch 0156   4]             Private Resource : 0000003C

[0A0h 0160   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0A1h 0161   1]                       Length : 1C
[0A2h 0162   2]                     Reserved : 0000
[0A4h 0164   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0A8h 0168   4]                       Parent : 0000006C
[0ACh 0172   4]            ACPI Processor ID : 00000000
[0B0h 0176   4]      Private Resource Number : 00000002
[0B4h 0180   4]             Private Resource : 00000024
[0B8h 0184   4]             Private Resource : 0000003C

[0BCh 0188   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0BDh 0189   1]                       Length : 14
[0BEh 0190   2]                     Reserved : 0000
[0C0h 0192   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[0C4h 0196   4]                       Parent : 00000084
[0C8h 0200   4]            ACPI Processor ID : 00000000
[0CCh 0204   4]      Private Resource Number : 00000000

[0D0h 0208   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0D1h 0209   1]                       Length : 14
[0D2h 0210   2]                     Reserved : 0000
[0D4h 0212   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[0D8h 0216   4]                       Parent : 00000084
[0DCh 0220   4]            ACPI Processor ID : 00000001
[0E0h 0224   4]      Private Resource Number : 00000000

[0E4h 0228   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0E5h 0229   1]                       Length : 14
[0E6h 0230   2]                     Reserved : 0000
[0E8h 0232   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[0ECh 0236   4]                       Parent : 000000A0
[0F0h 0240   4]            ACPI Processor ID : 00000002
[0F4h 0244   4]      Private Resource Number : 00000000

[0F8h 0248   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0F9h 0249   1]                       Length : 14
[0FAh 0250   2]                     Reserved : 0000
[0FCh 0252   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[100h 0256   4]                       Parent : 000000A0
[104h 0260   4]            ACPI Processor ID : 00000003
[108h 0264   4]      Private Resource Number : 00000000
