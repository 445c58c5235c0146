[000h 0000   4]                    Signature : "PPTT"    [Processor Properties Topology Table]
[004h 0004   4]                 Table Length : 00000438
[008h 0008   1]                     Revision : 02
[009h 0009   1]                     Checksum : 05
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
[02Ch 0044   4]          Next Level of Cache : 00000054
[030h 0048   4]                         Size : 00008000
[034h 0052   4]               Number of Sets : 00000040
[038h 0056   1]                Associativity : 08
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
[044h 0068   4]          Next Level of Cache : 00000054
[048h 0072   4]                         Size : 0000C000
[04Ch 0076   4]               Number of Sets : 00000100
[050h 0080   1]                Associativity : 03
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
[060h 0096   4]                         Size : 00080000
[064h 0100   4]               Number of Sets : 00000200
[068h 0104   1]                Associativity : 08
[069h 0105   1]                   Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[06Ah 0106   2]                    Line Size : 0080

[06Ch 0108   1]                Subtable Type : 01 [Cache Type]
[06Dh 0109   1]                       Length : 18
[06Eh 0110   2]                     Reserved : 0000
[070h 0112   4]        Flags (decoded below) : 0000007F
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 1
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
[074h 0116   4]          Next Level of Cache : 00000000
[078h 0120   4]                         Size : 00400000
[07Ch 0124   4]               Number of Sets : 00001000
[080h 0128   1]                Associativity : 10
[081h 0129   1]                   Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[082h 0130   2]                    Line Size : 0040

[084h 0132   1]                Subtable Type : 01 [Cache Type]
[085h 0133   1]                       Length : 18
[086h 0134   2]                     Reserved : 0000
[088h 0136   4]        Flags (decoded below) : 0000007B
                                  Size valid : 1
                        Number of Sets valid : 1
                         Associativity valid : 0
                       Allocation Type valid : 1
                            Cache Type valid : 1
                          Write Policy valid : 1
                             Line Size valid : 1
[08Ch 0140   4]          Next Level of Cache : 00000000
[090h 0144   4]                         Size : 04000000
[094h 0148   4]               Number of Sets : 00000800
[098h 0152   1]                Associativity : 00
[099h 0153   1]                   Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[09Ah 0154   2]                    Line Size : 0040

[09Ch 0156   1]                Subtable Type : 00 [Processor Hierarchy Node]
[09Dh 0157   1]                       Length : 18
[09Eh 0158   2]                     Reserved : 0000
[0A0h 0160   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0A4h 0164   4]                       Parent : 00000000
[0A8h 0168   4]            ACPI Processor ID : 00000000
[0ACh 0172   4]      Private Resource Number : 00000001
[0B0h 0176   4]             Private Resource : 00000084

[0B4h 0180   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0B5h 0181   1]                       Length : 14
[0B6h 0182   2]                     Reserved : 0000
[0B8h 0184   4]        Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0BCh 0188   4]                       Parent : 0000009C
[0C0h 0192   4]            ACPI Processor ID : 00000000
[0C4h 0196   4]      Private Resource Number : 00000000

[0C8h 0200   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0C9h 0201   1]                       Length : 14
[0CAh 0202   2]                     Reserved : 0000
[0CCh 0204   4]        Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0D0h 0208   4]                       Parent : 0000009C
[0D4h 0212   4]            ACPI Processor ID : 00000000
[0D8h 0216   4]      Private Resource Number : 00000000

[0DCh 0220   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0DDh 0221   1]                       Length : 14
[0DEh 0222   2]                     Reserved : 0000
[0E0h 0224   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0E4h 0228   4]                       Parent : 000000B4
[0E8h 0232   4]            ACPI Processor ID : 00000000
[0ECh 0236   4]      Private Resource Number : 00000000

[0F0h 0240   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0F1h 0241   1]                       Length : 14
[0F2h 0242   2]                     Reserved : 0000
[0F4h 0244   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0F8h 0248   4]                       Parent : 000000B4
[0FCh 0252   4]            ACPI Processor ID : 00000000
[100h 0256   4]      Private Resource Number : 00000000

[104h 0260   1]                Subtable Type : 00 [Processor Hierarchy Node]
[105h 0261   1]                       Length : 14
[106h 0262   2]                     Reserved : 0000
[108h 0264   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[10Ch 0268   4]                       Parent : 000000C8
[110h 0272   4]            ACPI Processor ID : 00000000
[114h 0276   4]      Private Resource Number : 00000000

[118h 0280   1]                Subtable Type : 00 [Processor Hierarchy Node]
[119h 0281   1]                       Length : 18
[11Ah 0282   2]                     Reserved : 0000
[11Ch 0284   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[120h 0288   4]                       Parent : 000000DC
[124h 0292   4]            ACPI Processor ID : 00000000
[128h 0296   4]      Private Resource Number : 00000001
[12Ch 0300   4]             Private Resource : 0000006C

[130h 0304   1]                Subtable Type : 00 [Processor Hierarchy Node]
[131h 0305   1]                       Length : 18
[132h 0306   2]                     Reserved : 0000
[134h 0308   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[138h 0312   4]                       Parent : 000000DC
[13Ch 0316   4]            ACPI Processor ID : 00000000
[140h 0320   4]      Private Resource Number : 00000001
[144h 0324   4]             Private Resource : 0000006C

[148h 0328   1]                Subtable Type : 00 [Processor Hierarchy Node]
[149h 0329   1]                       Length : 18
[14Ah 0330   2]                     Reserved : 0000
[14Ch 0332   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[150h 0336   4]                       Parent : 000000F0
[154h 0340   4]            ACPI Processor ID : 00000000
[158h 0344   4]      Private Resource Number : 00000001
[15Ch 0348   4]             Private Resource : 0000006C

[160h 0352   1]                Subtable Type : 00 [Processor Hierarchy Node]
[161h 0353   1]                       Length : 18
[162h 0354   2]                     Reserved : 0000
[164h 0356   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[168h 0360   4]                       Parent : 000000F0
[16Ch 0364   4]            ACPI Processor ID : 00000000
[170h 0368   4]      Private Resource Number : 00000001
[174h 0372   4]             Private Resource : 0000006C

[178h 0376   1]                Subtable Type : 00 [Processor Hierarchy Node]
[179h 0377   1]                       Length : 18
[17Ah 0378   2]                     Reserved : 0000
[17Ch 0380   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[180h 0384   4]                       Parent : 00000104
[184h 0388   4]            ACPI Processor ID : 00000000
[188h 0392   4]      Private Resource Number : 00000001
[18Ch 0396   4]             Private Resource : 0000006C

[190h 0400   1]                Subtable Type : 00 [Processor Hierarchy Node]
[191h 0401   1]                       Length : 1C
[192h 0402   2]                     Reserved : 0000
[194h 0404   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[198h 0408   4]                       Parent : 00000118
[19Ch 0412   4]            ACPI Processor ID : 00000000
[1A0h 0416   4]      Private Resource Number : 00000002
[1A4h 0420   4]             Private Resource : 00000024
[1A8h 0424   4]             Private Resource : 0000003C

[1ACh 0428   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1ADh 0429   1]                       Length : 1C
[1AEh 0430   2]                     Reserved : 0000
[1B0h 0432   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1B4h 0436   4]                       Parent : 00000118
[1B8h 0440   4]            ACPI Processor ID : 00000000
[1BCh 0444   4]      Private Resource Number : 00000002
[1C0h 0448   4]             Private Resource : 00000024
[1C4h 0452   4]             Private Resource : 0000003C

[1C8h 0456   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C9h 0457   1]                       Length : 1C
[1CAh 0458   2]                     Reserved : 0000
[1CCh 0460   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1D0h 0464   4]                       Parent : 00000130
[1D4h 0468   4]            ACPI Processor ID : 00000000
[1D8h 0472   4]      Private Resource Number : 00000002
[1DCh 0476   4]             Private Resource : 00000024
[1E0h 0480   4]             Private Resource : 0000003C

[1E4h 0484   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E5h 0485   1]                       Length : 1C
[1E6h 0486   2]                     Reserved : 0000
[1E8h 0488   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1ECh 0492   4]                       Parent : 00000130
[1F0h 0496   4]            ACPI Processor ID : 00000000
[1F4h 0500   4]      Private Resource Number : 00000002
[1F8h 0504   4]             Private Resource : 00000024
[1FCh 0508   4]             Private Resource : 0000003C

[200h 0512   1]                Subtable Type : 00 [Processor Hierarchy Node]
[201h 0513   1]                       Length : 1C
[202h 0514   2]                     Reserved : 0000
[204h 0516   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[208h 0520   4]                       Parent : 00000148
[20Ch 0524   4]            ACPI Processor ID : 00000000
[210h 0528   4]      Private Resource Number : 00000002
[214h 0532   4]             Private Resource : 00000024
[218h 0536   4]             Private Resource : 0000003C

[21Ch 0540   1]                Subtable Type : 00 [Processor Hierarchy Node]
[21Dh 0541   1]                       Length : 1C
[21Eh 0542   2]                     Reserved : 0000
[220h 0544   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[224h 0548   4]                       Parent : 00000148
[228h 0552   4]            ACPI Processor ID : 00000000
[22Ch 0556   4]      Private Resource Number : 00000002
[230h 0560   4]             Private Resource : 00000024
[234h 0564   4]             Private Resource : 0000003C

[238h 0568   1]                Subtable Type : 00 [Processor Hierarchy Node]
[239h 0569   1]                       Length : 1C
[23Ah 0570   2]                     Reserved : 0000
[23Ch 0572   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[240h 0576   4]                       Parent : 00000160
[244h 0580   4]            ACPI Processor ID : 00000000
[248h 0584   4]      Private Resource Number : 00000002
[24Ch 0588   4]             Private Resource : 00000024
[250h 0592   4]             Private Resource : 0000003C

[254h 0596   1]                Subtable Type : 00 [Processor Hierarchy Node]
[255h 0597   1]                       Length : 1C
[256h 0598   2]                     Reserved : 0000
[258h 0600   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[25Ch 0604   4]                       Parent : 00000160
[260h 0608   4]            ACPI Processor ID : 00000000
[264h 0612   4]      Private Resource Number : 00000002
[268h 0616   4]             Private Resource : 00000024
[26Ch 0620   4]             Private Resource : 0000003C

[270h 0624   1]                Subtable Type : 00 [Processor Hierarchy Node]
[271h 0625   1]                       Length : 1C
[272h 0626   2]                     Reserved : 0000
[274h 0628   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[278h 0632   4]                       Parent : 00000178
[27Ch 0636   4]            ACPI Processor ID : 00000000
[280h 0640   4]      Private Resource Number : 00000002
[284h 0644   4]             Private Resource : 00000024
[288h 0648   4]             Private Resource : 0000003C

[28Ch 0652   1]                Subtable Type : 00 [Processor Hierarchy Node]
[28Dh 0653   1]                       Length : 1C
[28Eh 0654   2]                     Reserved : 0000
[290h 0656   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[294h 0660   4]                       Parent : 00000178
[298h 0664   4]            ACPI Processor ID : 00000000
[29Ch 0668   4]      Private Resource Number : 00000002
[2A0h 0672   4]             Private Resource : 00000024
[2A4h 0676   4]             Private Resource : 0000003C

[2A8h 0680   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2A9h 0681   1]                       Length : 14
[2AAh 0682   2]                     Reserved : 0000
[2ACh 0684   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[2B0h 0688   4]                       Parent : 00000190
[2B4h 0692   4]            ACPI Processor ID : 00000000
[2B8h 0696   4]      Private Resource Number : 00000000

[2BCh 0700   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2BDh 0701   1]                       Length : 14
[2BEh 0702   2]                     Reserved : 0000
[2C0h 0704   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[2C4h 0708   4]                       Parent : 00000190
[2C8h 0712   4]            ACPI Processor ID : 00000001
[2CCh 0716   4]      Private Resource Number : 00000000

[2D0h 0720   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2D1h 0721   1]                       Length : 14
[2D2h 0722   2]                     Reserved : 0000
[2D4h 0724   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[2D8h 0728   4]                       Parent : 000001AC
[2DCh 0732   4]            ACPI Processor ID : 00000002
[2E0h 0736   4]      Private Resource Number : 00000000

[2E4h 0740   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2E5h 0741   1]                       Length : 14
[2E6h 0742   2]                     Reserved : 0000
[2E8h 0744   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[2ECh 0748   4]                       Parent : 000001AC
[2F0h 0752   4]            ACPI Processor ID : 00000003
[2F4h 0756   4]      Private Resource Number : 00000000

[2F8h 0760   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2F9h 0761   1]                       Length : 14
[2FAh 0762   2]                     Reserved : 0000
[2FCh 0764   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[300h 0768   4]                       Parent : 000001C8
[304h 0772   4]            ACPI Processor ID : 00000004
[308h 0776   4]      Private Resource Number : 00000000

[30Ch 0780   1]                Subtable Type : 00 [Processor Hierarchy Node]
[30Dh 0781   1]                       Length : 14
[30Eh 0782   2]                     Reserved : 0000
[310h 0784   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[314h 0788   4]                       Parent : 000001C8
[318h 0792   4]            ACPI Processor ID : 00000005
[31Ch 0796   4]      Private Resource Number : 00000000

[320h 0800   1]                Subtable Type : 00 [Processor Hierarchy Node]
[321h 0801   1]                       Length : 14
[322h 0802   2]                     Reserved : 0000
[324h 0804   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[328h 0808   4]                       Parent : 000001E4
[32Ch 0812   4]            ACPI Processor ID : 00000006
[330h 0816   4]      Private Resource Number : 00000000

[334h 0820   1]                Subtable Type : 00 [Processor Hierarchy Node]
[335h 0821   1]                       Length : 14
[336h 0822   2]                     Reserved : 0000
[338h 0824   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[33Ch 0828   4]                       Parent : 000001E4
[340h 0832   4]            ACPI Processor ID : 00000007
[344h 0836   4]      Private Resource Number : 00000000

[348h 0840   1]                Subtable Type : 00 [Processor Hierarchy Node]
[349h 0841   1]                       Length : 14
[34Ah 0842   2]                     Reserved : 0000
[34Ch 0844   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[350h 0848   4]                       Parent : 00000200
[354h 0852   4]            ACPI Processor ID : 00000008
[358h 0856   4]      Private Resource Number : 00000000

[35Ch 0860   1]                Subtable Type : 00 [Processor Hierarchy Node]
[35Dh 0861   1]                       Length : 14
[35Eh 0862   2]                     Reserved : 0000
[360h 0864   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[364h 0868   4]                       Parent : 00000200
[368h 0872   4]            ACPI Processor ID : 00000009
[36Ch 0876   4]      Private Resource Number : 00000000

[370h 0880   1]                Subtable Type : 00 [Processor Hierarchy Node]
[371h 0881   1]                       Length : 14
[372h 0882   2]                     Reserved : 0000
[374h 0884   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[378h 0888   4]                       Parent : 0000021C
[37Ch 0892   4]            ACPI Processor ID : 0000000A
[380h 0896   4]      Private Resource Number : 00000000

[384h 0900   1]                Subtable Type : 00 [Processor Hierarchy Node]
[385h 0901   1]                       Length : 14
[386h 0902   2]                     Reserved : 0000
[388h 0904   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[38Ch 0908   4]                       Parent : 0000021C
[390h 0912   4]            ACPI Processor ID : 0000000B
[394h 0916   4]      Private Resource Number : 00000000

[398h 0920   1]                Subtable Type : 00 [Processor Hierarchy Node]
[399h 0921   1]                       Length : 14
[39Ah 0922   2]                     Reserved : 0000
[39Ch 0924   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[3A0h 0928   4]                       Parent : 00000238
[3A4h 0932   4]            ACPI Processor ID : 0000000C
[3A8h 0936   4]      Private Resource Number : 00000000

[3ACh 0940   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3ADh 0941   1]                       Length : 14
[3AEh 0942   2]                     Reserved : 0000
[3B0h 0944   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[3B4h 0948   4]                       Parent : 00000238
[3B8h 0952   4]            ACPI Processor ID : 0000000D
[3BCh 0956   4]      Private Resource Number : 00000000

[3C0h 0960   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3C1h 0961   1]                       Length : 14
[3C2h 0962   2]                     Reserved : 0000
[3C4h 0964   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[3C8h 0968   4]                       Parent : 00000254
[3CCh 0972   4]            ACPI Processor ID : 0000000E
[3D0h 0976   4]      Private Resource Number : 00000000

[3D4h 0980   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3D5h 0981   1]                       Length : 14
[3D6h 0982   2]                     Reserved : 0000
[3D8h 0984   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[3DCh 0988   4]                       Parent : 00000254
[3E0h 0992   4]            ACPI Processor ID : 0000000F
[3E4h 0996   4]      Private Resource Number : 00000000

[3E8h 1000   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3E9h 1001   1]                       Length : 14
[3EAh 1002   2]                     Reserved : 0000
[3ECh 1004   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[3F0h 1008   4]                       Parent : 00000270
[3F4h 1012   4]            ACPI Processor ID : 00000010
[3F8h 1016   4]      Private Resource Number : 00000000

[3FCh 1020   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3FDh 1021   1]                       Length : 14
[3FEh 1022   2]                     Reserved : 0000
[400h 1024   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[404h 1028   4]                       Parent : 00000270
[408h 1032   4]            ACPI Processor ID : 00000011
[40Ch 1036   4]      Private Resource Number : 00000000

[410h 1040   1]                Subtable Type : 00 [Processor Hierarchy Node]
[411h 1041   1]                       Length : 14
[412h 1042   2]                     Reserved : 0000
[414h 1044   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[418h 1048   4]                       Parent : 0000028C
[41Ch 1052   4]            ACPI Processor ID : 00000012
[420h 1056   4]      Private Resource Number : 00000000

[424h 1060   1]                Subtable Type : 00 [Processor Hierarchy Node]
[425h 1061   1]                       Length : 14
[426h 1062   2]                     Reserved : 0000
[428h 1064   4]        Flags (decoded below) : 0000000E
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 1
                              Node is a leaf : 1
                    Identical Implementation : 0
[42Ch 1068   4]                       Parent : 0000028C
[430h 1072   4]            ACPI Processor ID : 00000013
[434h 1076   4]      Private Resource Number : 00000000
