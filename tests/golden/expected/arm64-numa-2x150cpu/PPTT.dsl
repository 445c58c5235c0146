[000h 0000   4]                    Signature : "PPTT"    [Processor Properties Topology Table]
[004h 0004   4]                 Table Length : 0000277C
[008h 0008   1]                     Revision : 02
[009h 0009   1]                     Checksum : FB
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
[078h 0120   4]                         Size : 10000000
[07Ch 0124   4]               Number of Sets : 00040000
[080h 0128   1]                Associativity : 10
[081h 0129   1]                   Attributes : 0A
                             Allocation Type : 2
                                  Cache Type : 2
                                Write Policy : 0
[082h 0130   2]                    Line Size : 0040

[084h 0132   1]                Subtable Type : 00 [Processor Hierarchy Node]
[085h 0133   1]                       Length : 14
[086h 0134   2]                     Reserved : 0000
[088h 0136   4]        Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[08Ch 0140   4]                       Parent : 00000000
[090h 0144   4]            ACPI Processor ID : 00000000
[094h 0148   4]      Private Resource Number : 00000000

[098h 0152   1]                Subtable Type : 00 [Processor Hierarchy Node]
[099h 0153   1]                       Length : 14
[09Ah 0154   2]                     Reserved : 0000
[09Ch 0156   4]        Flags (decoded below) : 00000001
                            Physical package : 1
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0A0h 0160   4]                       Parent : 00000000
[0A4h 0164   4]            ACPI Processor ID : 00000000
[0A8h 0168   4]      Private Resource Number : 00000000

[0ACh 0172   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0ADh 0173   1]                       Length : 18
[0AEh 0174   2]                     Reserved : 0000
[0B0h 0176   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0B4h 0180   4]                       Parent : 00000084
[0B8h 0184   4]            ACPI Processor ID : 00000000
[0BCh 0188   4]      Private Resource Number : 00000001
[0C0h 0192   4]             Private Resource : 0000006C

[0C4h 0196   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0C5h 0197   1]                       Length : 18
[0C6h 0198   2]                     Reserved : 0000
[0C8h 0200   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0CCh 0204   4]                       Parent : 00000084
[0D0h 0208   4]            ACPI Processor ID : 00000000
[0D4h 0212   4]      Private Resource Number : 00000001
[0D8h 0216   4]             Private Resource : 0000006C

[0DCh 0220   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0DDh 0221   1]                       Length : 18
[0DEh 0222   2]                     Reserved : 0000
[0E0h 0224   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0E4h 0228   4]                       Parent : 00000098
[0E8h 0232   4]            ACPI Processor ID : 00000000
[0ECh 0236   4]      Private Resource Number : 00000001
[0F0h 0240   4]             Private Resource : 0000006C

[0F4h 0244   1]                Subtable Type : 00 [Processor Hierarchy Node]
[0F5h 0245   1]                       Length : 18
[0F6h 0246   2]                     Reserved : 0000
[0F8h 0248   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[0FCh 0252   4]                       Parent : 00000098
[100h 0256   4]            ACPI Processor ID : 00000000
[104h 0260   4]      Private Resource Number : 00000001
[108h 0264   4]             Private Resource : 0000006C

[10Ch 0268   1]                Subtable Type : 00 [Processor Hierarchy Node]
[10Dh 0269   1]                       Length : 18
[10Eh 0270   2]                     Reserved : 0000
[110h 0272   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[114h 0276   4]                       Parent : 000000AC
[118h 0280   4]            ACPI Processor ID : 00000000
[11Ch 0284   4]      Private Resource Number : 00000001
[120h 0288   4]             Private Resource : 00000054

[124h 0292   1]                Subtable Type : 00 [Processor Hierarchy Node]
[125h 0293   1]                       Length : 18
[126h 0294   2]                     Reserved : 0000
[128h 0296   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[12Ch 0300   4]                       Parent : 000000AC
[130h 0304   4]            ACPI Processor ID : 00000000
[134h 0308   4]      Private Resource Number : 00000001
[138h 0312   4]             Private Resource : 00000054

[13Ch 0316   1]                Subtable Type : 00 [Processor Hierarchy Node]
[13Dh 0317   1]                       Length : 18
[13Eh 0318   2]                     Reserved : 0000
[140h 0320   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[144h 0324   4]                       Parent : 000000AC
[148h 0328   4]            ACPI Processor ID : 00000000
[14Ch 0332   4]      Private Resource Number : 00000001
[150h 0336   4]             Private Resource : 00000054

[154h 0340   1]                Subtable Type : 00 [Processor Hierarchy Node]
[155h 0341   1]                       Length : 18
[156h 0342   2]                     Reserved : 0000
[158h 0344   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[15Ch 0348   4]                       Parent : 000000AC
[160h 0352   4]            ACPI Processor ID : 00000000
[164h 0356   4]      Private Resource Number : 00000001
[168h 0360   4]             Private Resource : 00000054

[16Ch 0364   1]                Subtable Type : 00 [Processor Hierarchy Node]
[16Dh 0365   1]                       Length : 18
[16Eh 0366   2]                     Reserved : 0000
[170h 0368   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[174h 0372   4]                       Parent : 000000AC
[178h 0376   4]            ACPI Processor ID : 00000000
[17Ch 0380   4]      Private Resource Number : 00000001
[180h 0384   4]             Private Resource : 00000054

[184h 0388   1]                Subtable Type : 00 [Processor Hierarchy Node]
[185h 0389   1]                       Length : 18
[186h 0390   2]                     Reserved : 0000
[188h 0392   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[18Ch 0396   4]                       Parent : 000000AC
[190h 0400   4]            ACPI Processor ID : 00000000
[194h 0404   4]      Private Resource Number : 00000001
[198h 0408   4]             Private Resource : 00000054

[19Ch 0412   1]                Subtable Type : 00 [Processor Hierarchy Node]
[19Dh 0413   1]                       Length : 18
[19Eh 0414   2]                     Reserved : 0000
[1A0h 0416   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1A4h 0420   4]                       Parent : 000000AC
[1A8h 0424   4]            ACPI Processor ID : 00000000
[1ACh 0428   4]      Private Resource Number : 00000001
[1B0h 0432   4]             Private Resource : 00000054

[1B4h 0436   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B5h 0437   1]                       Length : 18
[1B6h 0438   2]                     Reserved : 0000
[1B8h 0440   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1BCh 0444   4]                       Parent : 000000AC
[1C0h 0448   4]            ACPI Processor ID : 00000000
[1C4h 0452   4]      Private Resource Number : 00000001
[1C8h 0456   4]             Private Resource : 00000054

[1CCh 0460   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1CDh 0461   1]                       Length : 18
[1CEh 0462   2]                     Reserved : 0000
[1D0h 0464   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1D4h 0468   4]                       Parent : 000000AC
[1D8h 0472   4]            ACPI Processor ID : 00000000
[1DCh 0476   4]      Private Resource Number : 00000001
[1E0h 0480   4]             Private Resource : 00000054

[1E4h 0484   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E5h 0485   1]                       Length : 18
[1E6h 0486   2]                     Reserved : 0000
[1E8h 0488   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[1ECh 0492   4]                       Parent : 000000AC
[1F0h 0496   4]            ACPI Processor ID : 00000000
[1F4h 0500   4]      Private Resource Number : 00000001
[1F8h 0504   4]             Private Resource : 00000054

[1FCh 0508   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1FDh 0509   1]                       Length : 18
[1FEh 0510   2]                     Reserved : 0000
[200h 0512   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[204h 0516   4]                       Parent : 000000AC
[208h 0520   4]            ACPI Processor ID : 00000000
[20Ch 0524   4]      Private Resource Number : 00000001
[210h 0528   4]             Private Resource : 00000054

[214h 0532   1]                Subtable Type : 00 [Processor Hierarchy Node]
[215h 0533   1]                       Length : 18
[216h 0534   2]                     Reserved : 0000
[218h 0536   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[21Ch 0540   4]                       Parent : 000000AC
[220h 0544   4]            ACPI Processor ID : 00000000
[224h 0548   4]      Private Resource Number : 00000001
[228h 0552   4]             Private Resource : 00000054

[22Ch 0556   1]                Subtable Type : 00 [Processor Hierarchy Node]
[22Dh 0557   1]                       Length : 18
[22Eh 0558   2]                     Reserved : 0000
[230h 0560   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[234h 0564   4]                       Parent : 000000AC
[238h 0568   4]            ACPI Processor ID : 00000000
[23Ch 0572   4]      Private Resource Number : 00000001
[240h 0576   4]             Private Resource : 00000054

[244h 0580   1]                Subtable Type : 00 [Processor Hierarchy Node]
[245h 0581   1]                       Length : 18
[246h 0582   2]                     Reserved : 0000
[248h 0584   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[24Ch 0588   4]                       Parent : 000000AC
[250h 0592   4]            ACPI Processor ID : 00000000
[254h 0596   4]      Private Resource Number : 00000001
[258h 0600   4]             Private Resource : 00000054

[25Ch 0604   1]                Subtable Type : 00 [Processor Hierarchy Node]
[25Dh 0605   1]                       Length : 18
[25Eh 0606   2]                     Reserved : 0000
[260h 0608   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[264h 0612   4]                       Parent : 000000AC
[268h 0616   4]            ACPI Processor ID : 00000000
[26Ch 0620   4]      Private Resource Number : 00000001
[270h 0624   4]             Private Resource : 00000054

[274h 0628   1]                Subtable Type : 00 [Processor Hierarchy Node]
[275h 0629   1]                       Length : 18
[276h 0630   2]                     Reserved : 0000
[278h 0632   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[27Ch 0636   4]                       Parent : 000000C4
[280h 0640   4]            ACPI Processor ID : 00000000
[284h 0644   4]      Private Resource Number : 00000001
[288h 0648   4]             Private Resource : 00000054

[28Ch 0652   1]                Subtable Type : 00 [Processor Hierarchy Node]
[28Dh 0653   1]                       Length : 18
[28Eh 0654   2]                     Reserved : 0000
[290h 0656   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[294h 0660   4]                       Parent : 000000C4
[298h 0664   4]            ACPI Processor ID : 00000000
[29Ch 0668   4]      Private Resource Number : 00000001
[2A0h 0672   4]             Private Resource : 00000054

[2A4h 0676   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2A5h 0677   1]                       Length : 18
[2A6h 0678   2]                     Reserved : 0000
[2A8h 0680   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[2ACh 0684   4]                       Parent : 000000C4
[2B0h 0688   4]            ACPI Processor ID : 00000000
[2B4h 0692   4]      Private Resource Number : 00000001
[2B8h 0696   4]             Private Resource : 00000054

[2BCh 0700   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2BDh 0701   1]                       Length : 18
[2BEh 0702   2]                     Reserved : 0000
[2C0h 0704   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[2C4h 0708   4]                       Parent : 000000C4
[2C8h 0712   4]            ACPI Processor ID : 00000000
[2CCh 0716   4]      Private Resource Number : 00000001
[2D0h 0720   4]             Private Resource : 00000054

[2D4h 0724   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2D5h 0725   1]                       Length : 18
[2D6h 0726   2]                     Reserved : 0000
[2D8h 0728   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[2DCh 0732   4]                       Parent : 000000C4
[2E0h 0736   4]            ACPI Processor ID : 00000000
[2E4h 0740   4]      Private Resource Number : 00000001
[2E8h 0744   4]             Private Resource : 00000054

[2ECh 0748   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2EDh 0749   1]                       Length : 18
[2EEh 0750   2]                     Reserved : 0000
[2F0h 0752   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[2F4h 0756   4]                       Parent : 000000C4
[2F8h 0760   4]            ACPI Processor ID : 00000000
[2FCh 0764   4]      Private Resource Number : 00000001
[300h 0768   4]             Private Resource : 00000054

[304h 0772   1]                Subtable Type : 00 [Processor Hierarchy Node]
[305h 0773   1]                       Length : 18
[306h 0774   2]                     Reserved : 0000
[308h 0776   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[30Ch 0780   4]                       Parent : 000000C4
[310h 0784   4]            ACPI Processor ID : 00000000
[314h 0788   4]      Private Resource Number : 00000001
[318h 0792   4]             Private Resource : 00000054

[31Ch 0796   1]                Subtable Type : 00 [Processor Hierarchy Node]
[31Dh 0797   1]                       Length : 18
[31Eh 0798   2]                     Reserved : 0000
[320h 0800   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[324h 0804   4]                       Parent : 000000C4
[328h 0808   4]            ACPI Processor ID : 00000000
[32Ch 0812   4]      Private Resource Number : 00000001
[330h 0816   4]             Private Resource : 00000054

[334h 0820   1]                Subtable Type : 00 [Processor Hierarchy Node]
[335h 0821   1]                       Length : 18
[336h 0822   2]                     Reserved : 0000
[338h 0824   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[33Ch 0828   4]                       Parent : 000000C4
[340h 0832   4]            ACPI Processor ID : 00000000
[344h 0836   4]      Private Resource Number : 00000001
[348h 0840   4]             Private Resource : 00000054

[34Ch 0844   1]                Subtable Type : 00 [Processor Hierarchy Node]
[34Dh 0845   1]                       Length : 18
[34Eh 0846   2]                     Reserved : 0000
[350h 0848   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[354h 0852   4]                       Parent : 000000C4
[358h 0856   4]            ACPI Processor ID : 00000000
[35Ch 0860   4]      Private Resource Number : 00000001
[360h 0864   4]             Private Resource : 00000054

[364h 0868   1]                Subtable Type : 00 [Processor Hierarchy Node]
[365h 0869   1]                       Length : 18
[366h 0870   2]                     Reserved : 0000
[368h 0872   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[36Ch 0876   4]                       Parent : 000000C4
[370h 0880   4]            ACPI Processor ID : 00000000
[374h 0884   4]      Private Resource Number : 00000001
[378h 0888   4]             Private Resource : 00000054

[37Ch 0892   1]                Subtable Type : 00 [Processor Hierarchy Node]
[37Dh 0893   1]                       Length : 18
[37Eh 0894   2]                     Reserved : 0000
[380h 0896   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[384h 0900   4]                       Parent : 000000C4
[388h 0904   4]            ACPI Processor ID : 00000000
[38Ch 0908   4]      Private Resource Number : 00000001
[390h 0912   4]             Private Resource : 00000054

[394h 0916   1]                Subtable Type : 00 [Processor Hierarchy Node]
[395h 0917   1]                       Length : 18
[396h 0918   2]                     Reserved : 0000
[398h 0920   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[39Ch 0924   4]                       Parent : 000000C4
[3A0h 0928   4]            ACPI Processor ID : 00000000
[3A4h 0932   4]      Private Resource Number : 00000001
[3A8h 0936   4]             Private Resource : 00000054

[3ACh 0940   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3ADh 0941   1]                       Length : 18
[3AEh 0942   2]                     Reserved : 0000
[3B0h 0944   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[3B4h 0948   4]                       Parent : 000000C4
[3B8h 0952   4]            ACPI Processor ID : 00000000
[3BCh 0956   4]      Private Resource Number : 00000001
[3C0h 0960   4]             Private Resource : 00000054

[3C4h 0964   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3C5h 0965   1]                       Length : 18
[3C6h 0966   2]                     Reserved : 0000
[3C8h 0968   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[3CCh 0972   4]                       Parent : 000000C4
[3D0h 0976   4]            ACPI Processor ID : 00000000
[3D4h 0980   4]      Private Resource Number : 00000001
[3D8h 0984   4]             Private Resource : 00000054

[3DCh 0988   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3DDh 0989   1]                       Length : 18
[3DEh 0990   2]                     Reserved : 0000
[3E0h 0992   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[3E4h 0996   4]                       Parent : 000000DC
[3E8h 1000   4]            ACPI Processor ID : 00000000
[3ECh 1004   4]      Private Resource Number : 00000001
[3F0h 1008   4]             Private Resource : 00000054

[3F4h 1012   1]                Subtable Type : 00 [Processor Hierarchy Node]
[3F5h 1013   1]                       Length : 18
[3F6h 1014   2]                     Reserved : 0000
[3F8h 1016   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[3FCh 1020   4]                       Parent : 000000DC
[400h 1024   4]            ACPI Processor ID : 00000000
[404h 1028   4]      Private Resource Number : 00000001
[408h 1032   4]             Private Resource : 00000054

[40Ch 1036   1]                Subtable Type : 00 [Processor Hierarchy Node]
[40Dh 1037   1]                       Length : 18
[40Eh 1038   2]                     Reserved : 0000
[410h 1040   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[414h 1044   4]                       Parent : 000000DC
[418h 1048   4]            ACPI Processor ID : 00000000
[41Ch 1052   4]      Private Resource Number : 00000001
[420h 1056   4]             Private Resource : 00000054

[424h 1060   1]                Subtable Type : 00 [Processor Hierarchy Node]
[425h 1061   1]                       Length : 18
[426h 1062   2]                     Reserved : 0000
[428h 1064   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[42Ch 1068   4]                       Parent : 000000DC
[430h 1072   4]            ACPI Processor ID : 00000000
[434h 1076   4]      Private Resource Number : 00000001
[438h 1080   4]             Private Resource : 00000054

[43Ch 1084   1]                Subtable Type : 00 [Processor Hierarchy Node]
[43Dh 1085   1]                       Length : 18
[43Eh 1086   2]                     Reserved : 0000
[440h 1088   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[444h 1092   4]                       Parent : 000000DC
[448h 1096   4]            ACPI Processor ID : 00000000
[44Ch 1100   4]      Private Resource Number : 00000001
[450h 1104   4]             Private Resource : 00000054

[454h 1108   1]                Subtable Type : 00 [Processor Hierarchy Node]
[455h 1109   1]                       Length : 18
[456h 1110   2]                     Reserved : 0000
[458h 1112   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[45Ch 1116   4]                       Parent : 000000DC
[460h 1120   4]            ACPI Processor ID : 00000000
[464h 1124   4]      Private Resource Number : 00000001
[468h 1128   4]             Private Resource : 00000054

[46Ch 1132   1]                Subtable Type : 00 [Processor Hierarchy Node]
[46Dh 1133   1]                       Length : 18
[46Eh 1134   2]                     Reserved : 0000
[470h 1136   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[474h 1140   4]                       Parent : 000000DC
[478h 1144   4]            ACPI Processor ID : 00000000
[47Ch 1148   4]      Private Resource Number : 00000001
[480h 1152   4]             Private Resource : 00000054

[484h 1156   1]                Subtable Type : 00 [Processor Hierarchy Node]
[485h 1157   1]                       Length : 18
[486h 1158   2]                     Reserved : 0000
[488h 1160   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[48Ch 1164   4]                       Parent : 000000DC
[490h 1168   4]            ACPI Processor ID : 00000000
[494h 1172   4]      Private Resource Number : 00000001
[498h 1176   4]             Private Resource : 00000054

[49Ch 1180   1]                Subtable Type : 00 [Processor Hierarchy Node]
[49Dh 1181   1]                       Length : 18
[49Eh 1182   2]                     Reserved : 0000
[4A0h 1184   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[4A4h 1188   4]                       Parent : 000000DC
[4A8h 1192   4]            ACPI Processor ID : 00000000
[4ACh 1196   4]      Private Resource Number : 00000001
[4B0h 1200   4]             Private Resource : 00000054

[4B4h 1204   1]                Subtable Type : 00 [Processor Hierarchy Node]
[4B5h 1205   1]                       Length : 18
[4B6h 1206   2]                     Reserved : 0000
[4B8h 1208   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[4BCh 1212   4]                       Parent : 000000DC
[4C0h 1216   4]            ACPI Processor ID : 00000000
[4C4h 1220   4]      Private Resource Number : 00000001
[4C8h 1224   4]             Private Resource : 00000054

[4CCh 1228   1]                Subtable Type : 00 [Processor Hierarchy Node]
[4CDh 1229   1]                       Length : 18
[4CEh 1230   2]                     Reserved : 0000
[4D0h 1232   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[4D4h 1236   4]                       Parent : 000000DC
[4D8h 1240   4]            ACPI Processor ID : 00000000
[4DCh 1244   4]      Private Resource Number : 00000001
[4E0h 1248   4]             Private Resource : 00000054

[4E4h 1252   1]                Subtable Type : 00 [Processor Hierarchy Node]
[4E5h 1253   1]                       Length : 18
[4E6h 1254   2]                     Reserved : 0000
[4E8h 1256   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[4ECh 1260   4]                       Parent : 000000DC
[4F0h 1264   4]            ACPI Processor ID : 00000000
[4F4h 1268   4]      Private Resource Number : 00000001
[4F8h 1272   4]             Private Resource : 00000054

[4FCh 1276   1]                Subtable Type : 00 [Processor Hierarchy Node]
[4FDh 1277   1]                       Length : 18
[4FEh 1278   2]                     Reserved : 0000
[500h 1280   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[504h 1284   4]                       Parent : 000000DC
[508h 1288   4]            ACPI Processor ID : 00000000
[50Ch 1292   4]      Private Resource Number : 00000001
[510h 1296   4]             Private Resource : 00000054

[514h 1300   1]                Subtable Type : 00 [Processor Hierarchy Node]
[515h 1301   1]                       Length : 18
[516h 1302   2]                     Reserved : 0000
[518h 1304   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[51Ch 1308   4]                       Parent : 000000DC
[520h 1312   4]            ACPI Processor ID : 00000000
[524h 1316   4]      Private Resource Number : 00000001
[528h 1320   4]             Private Resource : 00000054

[52Ch 1324   1]                Subtable Type : 00 [Processor Hierarchy Node]
[52Dh 1325   1]                       Length : 18
[52Eh 1326   2]                     Reserved : 0000
[530h 1328   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[534h 1332   4]                       Parent : 000000DC
[538h 1336   4]            ACPI Processor ID : 00000000
[53Ch 1340   4]      Private Resource Number : 00000001
[540h 1344   4]             Private Resource : 00000054

[544h 1348   1]                Subtable Type : 00 [Processor Hierarchy Node]
[545h 1349   1]                       Length : 18
[546h 1350   2]                     Reserved : 0000
[548h 1352   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[54Ch 1356   4]                       Parent : 000000F4
[550h 1360   4]            ACPI Processor ID : 00000000
[554h 1364   4]      Private Resource Number : 00000001
[558h 1368   4]             Private Resource : 00000054

[55Ch 1372   1]                Subtable Type : 00 [Processor Hierarchy Node]
[55Dh 1373   1]                       Length : 18
[55Eh 1374   2]                     Reserved : 0000
[560h 1376   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[564h 1380   4]                       Parent : 000000F4
[568h 1384   4]            ACPI Processor ID : 00000000
[56Ch 1388   4]      Private Resource Number : 00000001
[570h 1392   4]             Private Resource : 00000054

[574h 1396   1]                Subtable Type : 00 [Processor Hierarchy Node]
[575h 1397   1]                       Length : 18
[576h 1398   2]                     Reserved : 0000
[578h 1400   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[57Ch 1404   4]                       Parent : 000000F4
[580h 1408   4]            ACPI Processor ID : 00000000
[584h 1412   4]      Private Resource Number : 00000001
[588h 1416   4]             Private Resource : 00000054

[58Ch 1420   1]                Subtable Type : 00 [Processor Hierarchy Node]
[58Dh 1421   1]                       Length : 18
[58Eh 1422   2]                     Reserved : 0000
[590h 1424   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[594h 1428   4]                       Parent : 000000F4
[598h 1432   4]            ACPI Processor ID : 00000000
[59Ch 1436   4]      Private Resource Number : 00000001
[5A0h 1440   4]             Private Resource : 00000054

[5A4h 1444   1]                Subtable Type : 00 [Processor Hierarchy Node]
[5A5h 1445   1]                       Length : 18
[5A6h 1446   2]                     Reserved : 0000
[5A8h 1448   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[5ACh 1452   4]                       Parent : 000000F4
[5B0h 1456   4]            ACPI Processor ID : 00000000
[5B4h 1460   4]      Private Resource Number : 00000001
[5B8h 1464   4]             Private Resource : 00000054

[5BCh 1468   1]                Subtable Type : 00 [Processor Hierarchy Node]
[5BDh 1469   1]                       Length : 18
[5BEh 1470   2]                     Reserved : 0000
[5C0h 1472   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[5C4h 1476   4]                       Parent : 000000F4
[5C8h 1480   4]            ACPI Processor ID : 00000000
[5CCh 1484   4]      Private Resource Number : 00000001
[5D0h 1488   4]             Private Resource : 00000054

[5D4h 1492   1]                Subtable Type : 00 [Processor Hierarchy Node]
[5D5h 1493   1]                       Length : 18
[5D6h 1494   2]                     Reserved : 0000
[5D8h 1496   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[5DCh 1500   4]                       Parent : 000000F4
[5E0h 1504   4]            ACPI Processor ID : 00000000
[5E4h 1508   4]      Private Resource Number : 00000001
[5E8h 1512   4]             Private Resource : 00000054

[5ECh 1516   1]                Subtable Type : 00 [Processor Hierarchy Node]
[5EDh 1517   1]                       Length : 18
[5EEh 1518   2]                     Reserved : 0000
[5F0h 1520   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[5F4h 1524   4]                       Parent : 000000F4
[5F8h 1528   4]            ACPI Processor ID : 00000000
[5FCh 1532   4]      Private Resource Number : 00000001
[600h 1536   4]             Private Resource : 00000054

[604h 1540   1]                Subtable Type : 00 [Processor Hierarchy Node]
[605h 1541   1]                       Length : 18
[606h 1542   2]                     Reserved : 0000
[608h 1544   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[60Ch 1548   4]                       Parent : 000000F4
[610h 1552   4]            ACPI Processor ID : 00000000
[614h 1556   4]      Private Resource Number : 00000001
[618h 1560   4]             Private Resource : 00000054

[61Ch 1564   1]                Subtable Type : 00 [Processor Hierarchy Node]
[61Dh 1565   1]                       Length : 18
[61Eh 1566   2]                     Reserved : 0000
[620h 1568   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[624h 1572   4]                       Parent : 000000F4
[628h 1576   4]            ACPI Processor ID : 00000000
[62Ch 1580   4]      Private Resource Number : 00000001
[630h 1584   4]             Private Resource : 00000054

[634h 1588   1]                Subtable Type : 00 [Processor Hierarchy Node]
[635h 1589   1]                       Length : 18
[636h 1590   2]                     Reserved : 0000
[638h 1592   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[63Ch 1596   4]                       Parent : 000000F4
[640h 1600   4]            ACPI Processor ID : 00000000
[644h 1604   4]      Private Resource Number : 00000001
[648h 1608   4]             Private Resource : 00000054

[64Ch 1612   1]                Subtable Type : 00 [Processor Hierarchy Node]
[64Dh 1613   1]                       Length : 18
[64Eh 1614   2]                     Reserved : 0000
[650h 1616   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[654h 1620   4]                       Parent : 000000F4
[658h 1624   4]            ACPI Processor ID : 00000000
[65Ch 1628   4]      Private Resource Number : 00000001
[660h 1632   4]             Private Resource : 00000054

[664h 1636   1]                Subtable Type : 00 [Processor Hierarchy Node]
[665h 1637   1]                       Length : 18
[666h 1638   2]                     Reserved : 0000
[668h 1640   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[66Ch 1644   4]                       Parent : 000000F4
[670h 1648   4]            ACPI Processor ID : 00000000
[674h 1652   4]      Private Resource Number : 00000001
[678h 1656   4]             Private Resource : 00000054

[67Ch 1660   1]                Subtable Type : 00 [Processor Hierarchy Node]
[67Dh 1661   1]                       Length : 18
[67Eh 1662   2]                     Reserved : 0000
[680h 1664   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[684h 1668   4]                       Parent : 000000F4
[688h 1672   4]            ACPI Processor ID : 00000000
[68Ch 1676   4]      Private Resource Number : 00000001
[690h 1680   4]             Private Resource : 00000054

[694h 1684   1]                Subtable Type : 00 [Processor Hierarchy Node]
[695h 1685   1]                       Length : 18
[696h 1686   2]                     Reserved : 0000
[698h 1688   4]        Flags (decoded below) : 00000000
                            Physical package : 0
                     ACPI Processor ID valid : 0
                       Processor is a thread : 0
                              Node is a leaf : 0
                    Identical Implementation : 0
[69Ch 1692   4]                       Parent : 000000F4
[6A0h 1696   4]            ACPI Processor ID : 00000000
[6A4h 1700   4]      Private Resource Number : 00000001
[6A8h 1704   4]             Private Resource : 00000054

[6ACh 1708   1]                Subtable Type : 00 [Processor Hierarchy Node]
[6ADh 1709   1]                       Length : 1C
[6AEh 1710   2]                     Reserved : 0000
[6B0h 1712   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[6B4h 1716   4]                       Parent : 0000010C
[6B8h 1720   4]            ACPI Processor ID : 00000000
[6BCh 1724   4]      Private Resource Number : 00000002
[6C0h 1728   4]             Private Resource : 00000024
[6C4h 1732   4]             Private Resource : 0000003C

[6C8h 1736   1]                Subtable Type : 00 [Processor Hierarchy Node]
[6C9h 1737   1]                       Length : 1C
[6CAh 1738   2]                     Reserved : 0000
[6CCh 1740   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[6D0h 1744   4]                       Parent : 0000010C
[6D4h 1748   4]            ACPI Processor ID : 00000001
[6D8h 1752   4]      Private Resource Number : 00000002
[6DCh 1756   4]             Private Resource : 00000024
[6E0h 1760   4]             Private Resource : 0000003C

[6E4h 1764   1]                Subtable Type : 00 [Processor Hierarchy Node]
[6E5h 1765   1]                       Length : 1C
[6E6h 1766   2]                     Reserved : 0000
[6E8h 1768   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[6ECh 1772   4]                       Parent : 0000010C
[6F0h 1776   4]            ACPI Processor ID : 00000002
[6F4h 1780   4]      Private Resource Number : 00000002
[6F8h 1784   4]             Private Resource : 00000024
[6FCh 1788   4]             Private Resource : 0000003C

[700h 1792   1]                Subtable Type : 00 [Processor Hierarchy Node]
[701h 1793   1]                       Length : 1C
[702h 1794   2]                     Reserved : 0000
[704h 1796   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[708h 1800   4]                       Parent : 0000010C
[70Ch 1804   4]            ACPI Processor ID : 00000003
[710h 1808   4]      Private Resource Number : 00000002
[714h 1812   4]             Private Resource : 00000024
[718h 1816   4]             Private Resource : 0000003C

[71Ch 1820   1]                Subtable Type : 00 [Processor Hierarchy Node]
[71Dh 1821   1]                       Length : 1C
[71Eh 1822   2]                     Reserved : 0000
[720h 1824   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[724h 1828   4]                       Parent : 0000010C
[728h 1832   4]            ACPI Processor ID : 00000004
[72Ch 1836   4]      Private Resource Number : 00000002
[730h 1840   4]             Private Resource : 00000024
[734h 1844   4]             Private Resource : 0000003C

[738h 1848   1]                Subtable Type : 00 [Processor Hierarchy Node]
[739h 1849   1]                       Length : 1C
[73Ah 1850   2]                     Reserved : 0000
[73Ch 1852   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[740h 1856   4]                       Parent : 00000124
[744h 1860   4]            ACPI Processor ID : 00000005
[748h 1864   4]      Private Resource Number : 00000002
[74Ch 1868   4]             Private Resource : 00000024
[750h 1872   4]             Private Resource : 0000003C

[754h 1876   1]                Subtable Type : 00 [Processor Hierarchy Node]
[755h 1877   1]                       Length : 1C
[756h 1878   2]                     Reserved : 0000
[758h 1880   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[75Ch 1884   4]                       Parent : 00000124
[760h 1888   4]            ACPI Processor ID : 00000006
[764h 1892   4]      Private Resource Number : 00000002
[768h 1896   4]             Private Resource : 00000024
[76Ch 1900   4]             Private Resource : 0000003C

[770h 1904   1]                Subtable Type : 00 [Processor Hierarchy Node]
[771h 1905   1]                       Length : 1C
[772h 1906   2]                     Reserved : 0000
[774h 1908   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[778h 1912   4]                       Parent : 00000124
[77Ch 1916   4]            ACPI Processor ID : 00000007
[780h 1920   4]      Private Resource Number : 00000002
[784h 1924   4]             Private Resource : 00000024
[788h 1928   4]             Private Resource : 0000003C

[78Ch 1932   1]                Subtable Type : 00 [Processor Hierarchy Node]
[78Dh 1933   1]                       Length : 1C
[78Eh 1934   2]                     Reserved : 0000
[790h 1936   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[794h 1940   4]                       Parent : 00000124
[798h 1944   4]            ACPI Processor ID : 00000008
[79Ch 1948   4]      Private Resource Number : 00000002
[7A0h 1952   4]             Private Resource : 00000024
[7A4h 1956   4]             Private Resource : 0000003C

[7A8h 1960   1]                Subtable Type : 00 [Processor Hierarchy Node]
[7A9h 1961   1]                       Length : 1C
[7AAh 1962   2]                     Reserved : 0000
[7ACh 1964   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[7B0h 1968   4]                       Parent : 00000124
[7B4h 1972   4]            ACPI Processor ID : 00000009
[7B8h 1976   4]      Private Resource Number : 00000002
[7BCh 1980   4]             Private Resource : 00000024
[7C0h 1984   4]             Private Resource : 0000003C

[7C4h 1988   1]                Subtable Type : 00 [Processor Hierarchy Node]
[7C5h 1989   1]                       Length : 1C
[7C6h 1990   2]                     Reserved : 0000
[7C8h 1992   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[7CCh 1996   4]                       Parent : 0000013C
[7D0h 2000   4]            ACPI Processor ID : 0000000A
[7D4h 2004   4]      Private Resource Number : 00000002
[7D8h 2008   4]             Private Resource : 00000024
[7DCh 2012   4]             Private Resource : 0000003C

[7E0h 2016   1]                Subtable Type : 00 [Processor Hierarchy Node]
[7E1h 2017   1]                       Length : 1C
[7E2h 2018   2]                     Reserved : 0000
[7E4h 2020   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[7E8h 2024   4]                       Parent : 0000013C
[7ECh 2028   4]            ACPI Processor ID : 0000000B
[7F0h 2032   4]      Private Resource Number : 00000002
[7F4h 2036   4]             Private Resource : 00000024
[7F8h 2040   4]             Private Resource : 0000003C

[7FCh 2044   1]                Subtable Type : 00 [Processor Hierarchy Node]
[7FDh 2045   1]                       Length : 1C
[7FEh 2046   2]                     Reserved : 0000
[800h 2048   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[804h 2052   4]                       Parent : 0000013C
[808h 2056   4]            ACPI Processor ID : 0000000C
[80Ch 2060   4]      Private Resource Number : 00000002
[810h 2064   4]             Private Resource : 00000024
[814h 2068   4]             Private Resource : 0000003C

[818h 2072   1]                Subtable Type : 00 [Processor Hierarchy Node]
[819h 2073   1]                       Length : 1C
[81Ah 2074   2]                     Reserved : 0000
[81Ch 2076   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[820h 2080   4]                       Parent : 0000013C
[824h 2084   4]            ACPI Processor ID : 0000000D
[828h 2088   4]      Private Resource Number : 00000002
[82Ch 2092   4]             Private Resource : 00000024
[830h 2096   4]             Private Resource : 0000003C

[834h 2100   1]                Subtable Type : 00 [Processor Hierarchy Node]
[835h 2101   1]                       Length : 1C
[836h 2102   2]                     Reserved : 0000
[838h 2104   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[83Ch 2108   4]                       Parent : 0000013C
[840h 2112   4]            ACPI Processor ID : 0000000E
[844h 2116   4]      Private Resource Number : 00000002
[848h 2120   4]             Private Resource : 00000024
[84Ch 2124   4]             Private Resource : 0000003C

[850h 2128   1]                Subtable Type : 00 [Processor Hierarchy Node]
[851h 2129   1]                       Length : 1C
[852h 2130   2]                     Reserved : 0000
[854h 2132   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[858h 2136   4]                       Parent : 00000154
[85Ch 2140   4]            ACPI Processor ID : 0000000F
[860h 2144   4]      Private Resource Number : 00000002
[864h 2148   4]             Private Resource : 00000024
[868h 2152   4]             Private Resource : 0000003C

[86Ch 2156   1]                Subtable Type : 00 [Processor Hierarchy Node]
[86Dh 2157   1]                       Length : 1C
[86Eh 2158   2]                     Reserved : 0000
[870h 2160   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[874h 2164   4]                       Parent : 00000154
[878h 2168   4]            ACPI Processor ID : 00000010
[87Ch 2172   4]      Private Resource Number : 00000002
[880h 2176   4]             Private Resource : 00000024
[884h 2180   4]             Private Resource : 0000003C

[888h 2184   1]                Subtable Type : 00 [Processor Hierarchy Node]
[889h 2185   1]                       Length : 1C
[88Ah 2186   2]                     Reserved : 0000
[88Ch 2188   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[890h 2192   4]                       Parent : 00000154
[894h 2196   4]            ACPI Processor ID : 00000011
[898h 2200   4]      Private Resource Number : 00000002
[89Ch 2204   4]             Private Resource : 00000024
[8A0h 2208   4]             Private Resource : 0000003C

[8A4h 2212   1]                Subtable Type : 00 [Processor Hierarchy Node]
[8A5h 2213   1]                       Length : 1C
[8A6h 2214   2]                     Reserved : 0000
[8A8h 2216   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[8ACh 2220   4]                       Parent : 00000154
[8B0h 2224   4]            ACPI Processor ID : 00000012
[8B4h 2228   4]      Private Resource Number : 00000002
[8B8h 2232   4]             Private Resource : 00000024
[8BCh 2236   4]             Private Resource : 0000003C

[8C0h 2240   1]                Subtable Type : 00 [Processor Hierarchy Node]
[8C1h 2241   1]                       Length : 1C
[8C2h 2242   2]                     Reserved : 0000
[8C4h 2244   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[8C8h 2248   4]                       Parent : 00000154
[8CCh 2252   4]            ACPI Processor ID : 00000013
[8D0h 2256   4]      Private Resource Number : 00000002
[8D4h 2260   4]             Private Resource : 00000024
[8D8h 2264   4]             Private Resource : 0000003C

[8DCh 2268   1]                Subtable Type : 00 [Processor Hierarchy Node]
[8DDh 2269   1]                       Length : 1C
[8DEh 2270   2]                     Reserved : 0000
[8E0h 2272   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[8E4h 2276   4]                       Parent : 0000016C
[8E8h 2280   4]            ACPI Processor ID : 00000014
[8ECh 2284   4]      Private Resource Number : 00000002
[8F0h 2288   4]             Private Resource : 00000024
[8F4h 2292   4]             Private Resource : 0000003C

[8F8h 2296   1]                Subtable Type : 00 [Processor Hierarchy Node]
[8F9h 2297   1]                       Length : 1C
[8FAh 2298   2]                     Reserved : 0000
[8FCh 2300   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[900h 2304   4]                       Parent : 0000016C
[904h 2308   4]            ACPI Processor ID : 00000015
[908h 2312   4]      Private Resource Number : 00000002
[90Ch 2316   4]             Private Resource : 00000024
[910h 2320   4]             Private Resource : 0000003C

[914h 2324   1]                Subtable Type : 00 [Processor Hierarchy Node]
[915h 2325   1]                       Length : 1C
[916h 2326   2]                     Reserved : 0000
[918h 2328   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[91Ch 2332   4]                       Parent : 0000016C
[920h 2336   4]            ACPI Processor ID : 00000016
[924h 2340   4]      Private Resource Number : 00000002
[928h 2344   4]             Private Resource : 00000024
[92Ch 2348   4]             Private Resource : 0000003C

[930h 2352   1]                Subtable Type : 00 [Processor Hierarchy Node]
[931h 2353   1]                       Length : 1C
[932h 2354   2]                     Reserved : 0000
[934h 2356   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[938h 2360   4]                       Parent : 0000016C
[93Ch 2364   4]            ACPI Processor ID : 00000017
[940h 2368   4]      Private Resource Number : 00000002
[944h 2372   4]             Private Resource : 00000024
[948h 2376   4]             Private Resource : 0000003C

[94Ch 2380   1]                Subtable Type : 00 [Processor Hierarchy Node]
[94Dh 2381   1]                       Length : 1C
[94Eh 2382   2]                     Reserved : 0000
[950h 2384   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[954h 2388   4]                       Parent : 0000016C
[958h 2392   4]            ACPI Processor ID : 00000018
[95Ch 2396   4]      Private Resource Number : 00000002
[960h 2400   4]             Private Resource : 00000024
[964h 2404   4]             Private Resource : 0000003C

[968h 2408   1]                Subtable Type : 00 [Processor Hierarchy Node]
[969h 2409   1]                       Length : 1C
[96Ah 2410   2]                     Reserved : 0000
[96Ch 2412   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[970h 2416   4]                       Parent : 00000184
[974h 2420   4]            ACPI Processor ID : 00000019
[978h 2424   4]      Private Resource Number : 00000002
[97Ch 2428   4]             Private Resource : 00000024
[980h 2432   4]             Private Resource : 0000003C

[984h 2436   1]                Subtable Type : 00 [Processor Hierarchy Node]
[985h 2437   1]                       Length : 1C
[986h 2438   2]                     Reserved : 0000
[988h 2440   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[98Ch 2444   4]                       Parent : 00000184
[990h 2448   4]            ACPI Processor ID : 0000001A
[994h 2452   4]      Private Resource Number : 00000002
[998h 2456   4]             Private Resource : 00000024
[99Ch 2460   4]             Private Resource : 0000003C

[9A0h 2464   1]                Subtable Type : 00 [Processor Hierarchy Node]
[9A1h 2465   1]                       Length : 1C
[9A2h 2466   2]                     Reserved : 0000
[9A4h 2468   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[9A8h 2472   4]                       Parent : 00000184
[9ACh 2476   4]            ACPI Processor ID : 0000001B
[9B0h 2480   4]      Private Resource Number : 00000002
[9B4h 2484   4]             Private Resource : 00000024
[9B8h 2488   4]             Private Resource : 0000003C

[9BCh 2492   1]                Subtable Type : 00 [Processor Hierarchy Node]
[9BDh 2493   1]                       Length : 1C
[9BEh 2494   2]                     Reserved : 0000
[9C0h 2496   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[9C4h 2500   4]                       Parent : 00000184
[9C8h 2504   4]            ACPI Processor ID : 0000001C
[9CCh 2508   4]      Private Resource Number : 00000002
[9D0h 2512   4]             Private Resource : 00000024
[9D4h 2516   4]             Private Resource : 0000003C

[9D8h 2520   1]                Subtable Type : 00 [Processor Hierarchy Node]
[9D9h 2521   1]                       Length : 1C
[9DAh 2522   2]                     Reserved : 0000
[9DCh 2524   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[9E0h 2528   4]                       Parent : 00000184
[9E4h 2532   4]            ACPI Processor ID : 0000001D
[9E8h 2536   4]      Private Resource Number : 00000002
[9ECh 2540   4]             Private Resource : 00000024
[9F0h 2544   4]             Private Resource : 0000003C

[9F4h 2548   1]                Subtable Type : 00 [Processor Hierarchy Node]
[9F5h 2549   1]                       Length : 1C
[9F6h 2550   2]                     Reserved : 0000
[9F8h 2552   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[9FCh 2556   4]                       Parent : 0000019C
[A00h 2560   4]            ACPI Processor ID : 0000001E
[A04h 2564   4]      Private Resource Number : 00000002
[A08h 2568   4]             Private Resource : 00000024
[A0Ch 2572   4]             Private Resource : 0000003C

[A10h 2576   1]                Subtable Type : 00 [Processor Hierarchy Node]
[A11h 2577   1]                       Length : 1C
[A12h 2578   2]                     Reserved : 0000
[A14h 2580   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[A18h 2584   4]                       Parent : 0000019C
[A1Ch 2588   4]            ACPI Processor ID : 0000001F
[A20h 2592   4]      Private Resource Number : 00000002
[A24h 2596   4]             Private Resource : 00000024
[A28h 2600   4]             Private Resource : 0000003C

[A2Ch 2604   1]                Subtable Type : 00 [Processor Hierarchy Node]
[A2Dh 2605   1]                       Length : 1C
[A2Eh 2606   2]                     Reserved : 0000
[A30h 2608   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[A34h 2612   4]                       Parent : 0000019C
[A38h 2616   4]            ACPI Processor ID : 00000020
[A3Ch 2620   4]      Private Resource Number : 00000002
[A40h 2624   4]             Private Resource : 00000024
[A44h 2628   4]             Private Resource : 0000003C

[A48h 2632   1]                Subtable Type : 00 [Processor Hierarchy Node]
[A49h 2633   1]                       Length : 1C
[A4Ah 2634   2]                     Reserved : 0000
[A4Ch 2636   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[A50h 2640   4]                       Parent : 0000019C
[A54h 2644   4]            ACPI Processor ID : 00000021
[A58h 2648   4]      Private Resource Number : 00000002
[A5Ch 2652   4]             Private Resource : 00000024
[A60h 2656   4]             Private Resource : 0000003C

[A64h 2660   1]                Subtable Type : 00 [Processor Hierarchy Node]
[A65h 2661   1]                       Length : 1C
[A66h 2662   2]                     Reserved : 0000
[A68h 2664   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[A6Ch 2668   4]                       Parent : 0000019C
[A70h 2672   4]            ACPI Processor ID : 00000022
[A74h 2676   4]      Private Resource Number : 00000002
[A78h 2680   4]             Private Resource : 00000024
[A7Ch 2684   4]             Private Resource : 0000003C

[A80h 2688   1]                Subtable Type : 00 [Processor Hierarchy Node]
[A81h 2689   1]                       Length : 1C
[A82h 2690   2]                     Reserved : 0000
[A84h 2692   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[A88h 2696   4]                       Parent : 000001B4
[A8Ch 2700   4]            ACPI Processor ID : 00000023
[A90h 2704   4]      Private Resource Number : 00000002
[A94h 2708   4]             Private Resource : 00000024
[A98h 2712   4]             Private Resource : 0000003C

[A9Ch 2716   1]                Subtable Type : 00 [Processor Hierarchy Node]
[A9Dh 2717   1]                       Length : 1C
[A9Eh 2718   2]                     Reserved : 0000
[AA0h 2720   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[AA4h 2724   4]                       Parent : 000001B4
[AA8h 2728   4]            ACPI Processor ID : 00000024
[AACh 2732   4]      Private Resource Number : 00000002
[AB0h 2736   4]             Private Resource : 00000024
[AB4h 2740   4]             Private Resource : 0000003C

[AB8h 2744   1]                Subtable Type : 00 [Processor Hierarchy Node]
[AB9h 2745   1]                       Length : 1C
[ABAh 2746   2]                     Reserved : 0000
[ABCh 2748   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[AC0h 2752   4]                       Parent : 000001B4
[AC4h 2756   4]            ACPI Processor ID : 00000025
[AC8h 2760   4]      Private Resource Number : 00000002
[ACCh 2764   4]             Private Resource : 00000024
[AD0h 2768   4]             Private Resource : 0000003C

[AD4h 2772   1]                Subtable Type : 00 [Processor Hierarchy Node]
[AD5h 2773   1]                       Length : 1C
[AD6h 2774   2]                     Reserved : 0000
[AD8h 2776   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[ADCh 2780   4]                       Parent : 000001B4
[AE0h 2784   4]            ACPI Processor ID : 00000026
[AE4h 2788   4]      Private Resource Number : 00000002
[AE8h 2792   4]             Private Resource : 00000024
[AECh 2796   4]             Private Resource : 0000003C

[AF0h 2800   1]                Subtable Type : 00 [Processor Hierarchy Node]
[AF1h 2801   1]                       Length : 1C
[AF2h 2802   2]                     Reserved : 0000
[AF4h 2804   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[AF8h 2808   4]                       Parent : 000001B4
[AFCh 2812   4]            ACPI Processor ID : 00000027
[B00h 2816   4]      Private Resource Number : 00000002
[B04h 2820   4]             Private Resource : 00000024
[B08h 2824   4]             Private Resource : 0000003C

[B0Ch 2828   1]                Subtable Type : 00 [Processor Hierarchy Node]
[B0Dh 2829   1]                       Length : 1C
[B0Eh 2830   2]                     Reserved : 0000
[B10h 2832   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[B14h 2836   4]                       Parent : 000001CC
[B18h 2840   4]            ACPI Processor ID : 00000028
[B1Ch 2844   4]      Private Resource Number : 00000002
[B20h 2848   4]             Private Resource : 00000024
[B24h 2852   4]             Private Resource : 0000003C

[B28h 2856   1]                Subtable Type : 00 [Processor Hierarchy Node]
[B29h 2857   1]                       Length : 1C
[B2Ah 2858   2]                     Reserved : 0000
[B2Ch 2860   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[B30h 2864   4]                       Parent : 000001CC
[B34h 2868   4]            ACPI Processor ID : 00000029
[B38h 2872   4]      Private Resource Number : 00000002
[B3Ch 2876   4]             Private Resource : 00000024
[B40h 2880   4]             Private Resource : 0000003C

[B44h 2884   1]                Subtable Type : 00 [Processor Hierarchy Node]
[B45h 2885   1]                       Length : 1C
[B46h 2886   2]                     Reserved : 0000
[B48h 2888   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[B4Ch 2892   4]                       Parent : 000001CC
[B50h 2896   4]            ACPI Processor ID : 0000002A
[B54h 2900   4]      Private Resource Number : 00000002
[B58h 2904   4]             Private Resource : 00000024
[B5Ch 2908   4]             Private Resource : 0000003C

[B60h 2912   1]                Subtable Type : 00 [Processor Hierarchy Node]
[B61h 2913   1]                       Length : 1C
[B62h 2914   2]                     Reserved : 0000
[B64h 2916   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[B68h 2920   4]                       Parent : 000001CC
[B6Ch 2924   4]            ACPI Processor ID : 0000002B
[B70h 2928   4]      Private Resource Number : 00000002
[B74h 2932   4]             Private Resource : 00000024
[B78h 2936   4]             Private Resource : 0000003C

[B7Ch 2940   1]                Subtable Type : 00 [Processor Hierarchy Node]
[B7Dh 2941   1]                       Length : 1C
[B7Eh 2942   2]                     Reserved : 0000
[B80h 2944   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[B84h 2948   4]                       Parent : 000001CC
[B88h 2952   4]            ACPI Processor ID : 0000002C
[B8Ch 2956   4]      Private Resource Number : 00000002
[B90h 2960   4]             Private Resource : 00000024
[B94h 2964   4]             Private Resource : 0000003C

[B98h 2968   1]                Subtable Type : 00 [Processor Hierarchy Node]
[B99h 2969   1]                       Length : 1C
[B9Ah 2970   2]                     Reserved : 0000
[B9Ch 2972   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[BA0h 2976   4]                       Parent : 000001E4
[BA4h 2980   4]            ACPI Processor ID : 0000002D
[BA8h 2984   4]      Private Resource Number : 00000002
[BACh 2988   4]             Private Resource : 00000024
[BB0h 2992   4]             Private Resource : 0000003C

[BB4h 2996   1]                Subtable Type : 00 [Processor Hierarchy Node]
[BB5h 2997   1]                       Length : 1C
[BB6h 2998   2]                     Reserved : 0000
[BB8h 3000   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[BBCh 3004   4]                       Parent : 000001E4
[BC0h 3008   4]            ACPI Processor ID : 0000002E
[BC4h 3012   4]      Private Resource Number : 00000002
[BC8h 3016   4]             Private Resource : 00000024
[BCCh 3020   4]             Private Resource : 0000003C

[BD0h 3024   1]                Subtable Type : 00 [Processor Hierarchy Node]
[BD1h 3025   1]                       Length : 1C
[BD2h 3026   2]                     Reserved : 0000
[BD4h 3028   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[BD8h 3032   4]                       Parent : 000001E4
[BDCh 3036   4]            ACPI Processor ID : 0000002F
[BE0h 3040   4]      Private Resource Number : 00000002
[BE4h 3044   4]             Private Resource : 00000024
[BE8h 3048   4]             Private Resource : 0000003C

[BECh 3052   1]                Subtable Type : 00 [Processor Hierarchy Node]
[BEDh 3053   1]                       Length : 1C
[BEEh 3054   2]                     Reserved : 0000
[BF0h 3056   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[BF4h 3060   4]                       Parent : 000001E4
[BF8h 3064   4]            ACPI Processor ID : 00000030
[BFCh 3068   4]      Private Resource Number : 00000002
[C00h 3072   4]             Private Resource : 00000024
[C04h 3076   4]             Private Resource : 0000003C

[C08h 3080   1]                Subtable Type : 00 [Processor Hierarchy Node]
[C09h 3081   1]                       Length : 1C
[C0Ah 3082   2]                     Reserved : 0000
[C0Ch 3084   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[C10h 3088   4]                       Parent : 000001E4
[C14h 3092   4]            ACPI Processor ID : 00000031
[C18h 3096   4]      Private Resource Number : 00000002
[C1Ch 3100   4]             Private Resource : 00000024
[C20h 3104   4]             Private Resource : 0000003C

[C24h 3108   1]                Subtable Type : 00 [Processor Hierarchy Node]
[C25h 3109   1]                       Length : 1C
[C26h 3110   2]                     Reserved : 0000
[C28h 3112   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[C2Ch 3116   4]                       Parent : 000001FC
[C30h 3120   4]            ACPI Processor ID : 00000032
[C34h 3124   4]      Private Resource Number : 00000002
[C38h 3128   4]             Private Resource : 00000024
[C3Ch 3132   4]             Private Resource : 0000003C

[C40h 3136   1]                Subtable Type : 00 [Processor Hierarchy Node]
[C41h 3137   1]                       Length : 1C
[C42h 3138   2]                     Reserved : 0000
[C44h 3140   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[C48h 3144   4]                       Parent : 000001FC
[C4Ch 3148   4]            ACPI Processor ID : 00000033
[C50h 3152   4]      Private Resource Number : 00000002
[C54h 3156   4]             Private Resource : 00000024
[C58h 3160   4]             Private Resource : 0000003C

[C5Ch 3164   1]                Subtable Type : 00 [Processor Hierarchy Node]
[C5Dh 3165   1]                       Length : 1C
[C5Eh 3166   2]                     Reserved : 0000
[C60h 3168   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[C64h 3172   4]                       Parent : 000001FC
[C68h 3176   4]            ACPI Processor ID : 00000034
[C6Ch 3180   4]      Private Resource Number : 00000002
[C70h 3184   4]             Private Resource : 00000024
[C74h 3188   4]             Private Resource : 0000003C

[C78h 3192   1]                Subtable Type : 00 [Processor Hierarchy Node]
[C79h 3193   1]                       Length : 1C
[C7Ah 3194   2]                     Reserved : 0000
[C7Ch 3196   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[C80h 3200   4]                       Parent : 000001FC
[C84h 3204   4]            ACPI Processor ID : 00000035
[C88h 3208   4]      Private Resource Number : 00000002
[C8Ch 3212   4]             Private Resource : 00000024
[C90h 3216   4]             Private Resource : 0000003C

[C94h 3220   1]                Subtable Type : 00 [Processor Hierarchy Node]
[C95h 3221   1]                       Length : 1C
[C96h 3222   2]                     Reserved : 0000
[C98h 3224   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[C9Ch 3228   4]                       Parent : 000001FC
[CA0h 3232   4]            ACPI Processor ID : 00000036
[CA4h 3236   4]      Private Resource Number : 00000002
[CA8h 3240   4]             Private Resource : 00000024
[CACh 3244   4]             Private Resource : 0000003C

[CB0h 3248   1]                Subtable Type : 00 [Processor Hierarchy Node]
[CB1h 3249   1]                       Length : 1C
[CB2h 3250   2]                     Reserved : 0000
[CB4h 3252   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[CB8h 3256   4]                       Parent : 00000214
[CBCh 3260   4]            ACPI Processor ID : 00000037
[CC0h 3264   4]      Private Resource Number : 00000002
[CC4h 3268   4]             Private Resource : 00000024
[CC8h 3272   4]             Private Resource : 0000003C

[CCCh 3276   1]                Subtable Type : 00 [Processor Hierarchy Node]
[CCDh 3277   1]                       Length : 1C
[CCEh 3278   2]                     Reserved : 0000
[CD0h 3280   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[CD4h 3284   4]                       Parent : 00000214
[CD8h 3288   4]            ACPI Processor ID : 00000038
[CDCh 3292   4]      Private Resource Number : 00000002
[CE0h 3296   4]             Private Resource : 00000024
[CE4h 3300   4]             Private Resource : 0000003C

[CE8h 3304   1]                Subtable Type : 00 [Processor Hierarchy Node]
[CE9h 3305   1]                       Length : 1C
[CEAh 3306   2]                     Reserved : 0000
[CECh 3308   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[CF0h 3312   4]                       Parent : 00000214
[CF4h 3316   4]            ACPI Processor ID : 00000039
[CF8h 3320   4]      Private Resource Number : 00000002
[CFCh 3324   4]             Private Resource : 00000024
[D00h 3328   4]             Private Resource : 0000003C

[D04h 3332   1]                Subtable Type : 00 [Processor Hierarchy Node]
[D05h 3333   1]                       Length : 1C
[D06h 3334   2]                     Reserved : 0000
[D08h 3336   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[D0Ch 3340   4]                       Parent : 00000214
[D10h 3344   4]            ACPI Processor ID : 0000003A
[D14h 3348   4]      Private Resource Number : 00000002
[D18h 3352   4]             Private Resource : 00000024
[D1Ch 3356   4]             Private Resource : 0000003C

[D20h 3360   1]                Subtable Type : 00 [Processor Hierarchy Node]
[D21h 3361   1]                       Length : 1C
[D22h 3362   2]                     Reserved : 0000
[D24h 3364   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[D28h 3368   4]                       Parent : 00000214
[D2Ch 3372   4]            ACPI Processor ID : 0000003B
[D30h 3376   4]      Private Resource Number : 00000002
[D34h 3380   4]             Private Resource : 00000024
[D38h 3384   4]             Private Resource : 0000003C

[D3Ch 3388   1]                Subtable Type : 00 [Processor Hierarchy Node]
[D3Dh 3389   1]                       Length : 1C
[D3Eh 3390   2]                     Reserved : 0000
[D40h 3392   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[D44h 3396   4]                       Parent : 0000022C
[D48h 3400   4]            ACPI Processor ID : 0000003C
[D4Ch 3404   4]      Private Resource Number : 00000002
[D50h 3408   4]             Private Resource : 00000024
[D54h 3412   4]             Private Resource : 0000003C

[D58h 3416   1]                Subtable Type : 00 [Processor Hierarchy Node]
[D59h 3417   1]                       Length : 1C
[D5Ah 3418   2]                     Reserved : 0000
[D5Ch 3420   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[D60h 3424   4]                       Parent : 0000022C
[D64h 3428   4]            ACPI Processor ID : 0000003D
[D68h 3432   4]      Private Resource Number : 00000002
[D6Ch 3436   4]             Private Resource : 00000024
[D70h 3440   4]             Private Resource : 0000003C

[D74h 3444   1]                Subtable Type : 00 [Processor Hierarchy Node]
[D75h 3445   1]                       Length : 1C
[D76h 3446   2]                     Reserved : 0000
[D78h 3448   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[D7Ch 3452   4]                       Parent : 0000022C
[D80h 3456   4]            ACPI Processor ID : 0000003E
[D84h 3460   4]      Private Resource Number : 00000002
[D88h 3464   4]             Private Resource : 00000024
[D8Ch 3468   4]             Private Resource : 0000003C

[D90h 3472   1]                Subtable Type : 00 [Processor Hierarchy Node]
[D91h 3473   1]                       Length : 1C
[D92h 3474   2]                     Reserved : 0000
[D94h 3476   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[D98h 3480   4]                       Parent : 0000022C
[D9Ch 3484   4]            ACPI Processor ID : 0000003F
[DA0h 3488   4]      Private Resource Number : 00000002
[DA4h 3492   4]             Private Resource : 00000024
[DA8h 3496   4]             Private Resource : 0000003C

[DACh 3500   1]                Subtable Type : 00 [Processor Hierarchy Node]
[DADh 3501   1]                       Length : 1C
[DAEh 3502   2]                     Reserved : 0000
[DB0h 3504   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[DB4h 3508   4]                       Parent : 0000022C
[DB8h 3512   4]            ACPI Processor ID : 00000040
[DBCh 3516   4]      Private Resource Number : 00000002
[DC0h 3520   4]             Private Resource : 00000024
[DC4h 3524   4]             Private Resource : 0000003C

[DC8h 3528   1]                Subtable Type : 00 [Processor Hierarchy Node]
[DC9h 3529   1]                       Length : 1C
[DCAh 3530   2]                     Reserved : 0000
[DCCh 3532   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[DD0h 3536   4]                       Parent : 00000244
[DD4h 3540   4]            ACPI Processor ID : 00000041
[DD8h 3544   4]      Private Resource Number : 00000002
[DDCh 3548   4]             Private Resource : 00000024
[DE0h 3552   4]             Private Resource : 0000003C

[DE4h 3556   1]                Subtable Type : 00 [Processor Hierarchy Node]
[DE5h 3557   1]                       Length : 1C
[DE6h 3558   2]                     Reserved : 0000
[DE8h 3560   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[DECh 3564   4]                       Parent : 00000244
[DF0h 3568   4]            ACPI Processor ID : 00000042
[DF4h 3572   4]      Private Resource Number : 00000002
[DF8h 3576   4]             Private Resource : 00000024
[DFCh 3580   4]             Private Resource : 0000003C

[E00h 3584   1]                Subtable Type : 00 [Processor Hierarchy Node]
[E01h 3585   1]                       Length : 1C
[E02h 3586   2]                     Reserved : 0000
[E04h 3588   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[E08h 3592   4]                       Parent : 00000244
[E0Ch 3596   4]            ACPI Processor ID : 00000043
[E10h 3600   4]      Private Resource Number : 00000002
[E14h 3604   4]             Private Resource : 00000024
[E18h 3608   4]             Private Resource : 0000003C

[E1Ch 3612   1]                Subtable Type : 00 [Processor Hierarchy Node]
[E1Dh 3613   1]                       Length : 1C
[E1Eh 3614   2]                     Reserved : 0000
[E20h 3616   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[E24h 3620   4]                       Parent : 00000244
[E28h 3624   4]            ACPI Processor ID : 00000044
[E2Ch 3628   4]      Private Resource Number : 00000002
[E30h 3632   4]             Private Resource : 00000024
[E34h 3636   4]             Private Resource : 0000003C

[E38h 3640   1]                Subtable Type : 00 [Processor Hierarchy Node]
[E39h 3641   1]                       Length : 1C
[E3Ah 3642   2]                     Reserved : 0000
[E3Ch 3644   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[E40h 3648   4]                       Parent : 00000244
[E44h 3652   4]            ACPI Processor ID : 00000045
[E48h 3656   4]      Private Resource Number : 00000002
[E4Ch 3660   4]             Private Resource : 00000024
[E50h 3664   4]             Private Resource : 0000003C

[E54h 3668   1]                Subtable Type : 00 [Processor Hierarchy Node]
[E55h 3669   1]                       Length : 1C
[E56h 3670   2]                     Reserved : 0000
[E58h 3672   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[E5Ch 3676   4]                       Parent : 0000025C
[E60h 3680   4]            ACPI Processor ID : 00000046
[E64h 3684   4]      Private Resource Number : 00000002
[E68h 3688   4]             Private Resource : 00000024
[E6Ch 3692   4]             Private Resource : 0000003C

[E70h 3696   1]                Subtable Type : 00 [Processor Hierarchy Node]
[E71h 3697   1]                       Length : 1C
[E72h 3698   2]                     Reserved : 0000
[E74h 3700   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[E78h 3704   4]                       Parent : 0000025C
[E7Ch 3708   4]            ACPI Processor ID : 00000047
[E80h 3712   4]      Private Resource Number : 00000002
[E84h 3716   4]             Private Resource : 00000024
[E88h 3720   4]             Private Resource : 0000003C

[E8Ch 3724   1]                Subtable Type : 00 [Processor Hierarchy Node]
[E8Dh 3725   1]                       Length : 1C
[E8Eh 3726   2]                     Reserved : 0000
[E90h 3728   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[E94h 3732   4]                       Parent : 0000025C
[E98h 3736   4]            ACPI Processor ID : 00000048
[E9Ch 3740   4]      Private Resource Number : 00000002
[EA0h 3744   4]             Private Resource : 00000024
[EA4h 3748   4]             Private Resource : 0000003C

[EA8h 3752   1]                Subtable Type : 00 [Processor Hierarchy Node]
[EA9h 3753   1]                       Length : 1C
[EAAh 3754   2]                     Reserved : 0000
[EACh 3756   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[EB0h 3760   4]                       Parent : 0000025C
[EB4h 3764   4]            ACPI Processor ID : 00000049
[EB8h 3768   4]      Private Resource Number : 00000002
[EBCh 3772   4]             Private Resource : 00000024
[EC0h 3776   4]             Private Resource : 0000003C

[EC4h 3780   1]                Subtable Type : 00 [Processor Hierarchy Node]
[EC5h 3781   1]                       Length : 1C
[EC6h 3782   2]                     Reserved : 0000
[EC8h 3784   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[ECCh 3788   4]                       Parent : 0000025C
[ED0h 3792   4]            ACPI Processor ID : 0000004A
[ED4h 3796   4]      Private Resource Number : 00000002
[ED8h 3800   4]             Private Resource : 00000024
[EDCh 3804   4]             Private Resource : 0000003C

[EE0h 3808   1]                Subtable Type : 00 [Processor Hierarchy Node]
[EE1h 3809   1]                       Length : 1C
[EE2h 3810   2]                     Reserved : 0000
[EE4h 3812   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[EE8h 3816   4]                       Parent : 00000274
[EECh 3820   4]            ACPI Processor ID : 0000004B
[EF0h 3824   4]      Private Resource Number : 00000002
[EF4h 3828   4]             Private Resource : 00000024
[EF8h 3832   4]             Private Resource : 0000003C

[EFCh 3836   1]                Subtable Type : 00 [Processor Hierarchy Node]
[EFDh 3837   1]                       Length : 1C
[EFEh 3838   2]                     Reserved : 0000
[F00h 3840   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[F04h 3844   4]                       Parent : 00000274
[F08h 3848   4]            ACPI Processor ID : 0000004C
[F0Ch 3852   4]      Private Resource Number : 00000002
[F10h 3856   4]             Private Resource : 00000024
[F14h 3860   4]             Private Resource : 0000003C

[F18h 3864   1]                Subtable Type : 00 [Processor Hierarchy Node]
[F19h 3865   1]                       Length : 1C
[F1Ah 3866   2]                     Reserved : 0000
[F1Ch 3868   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[F20h 3872   4]                       Parent : 00000274
[F24h 3876   4]            ACPI Processor ID : 0000004D
[F28h 3880   4]      Private Resource Number : 00000002
[F2Ch 3884   4]             Private Resource : 00000024
[F30h 3888   4]             Private Resource : 0000003C

[F34h 3892   1]                Subtable Type : 00 [Processor Hierarchy Node]
[F35h 3893   1]                       Length : 1C
[F36h 3894   2]                     Reserved : 0000
[F38h 3896   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[F3Ch 3900   4]                       Parent : 00000274
[F40h 3904   4]            ACPI Processor ID : 0000004E
[F44h 3908   4]      Private Resource Number : 00000002
[F48h 3912   4]             Private Resource : 00000024
[F4Ch 3916   4]             Private Resource : 0000003C

[F50h 3920   1]                Subtable Type : 00 [Processor Hierarchy Node]
[F51h 3921   1]                       Length : 1C
[F52h 3922   2]                     Reserved : 0000
[F54h 3924   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[F58h 3928   4]                       Parent : 00000274
[F5Ch 3932   4]            ACPI Processor ID : 0000004F
[F60h 3936   4]      Private Resource Number : 00000002
[F64h 3940   4]             Private Resource : 00000024
[F68h 3944   4]             Private Resource : 0000003C

[F6Ch 3948   1]                Subtable Type : 00 [Processor Hierarchy Node]
[F6Dh 3949   1]                       Length : 1C
[F6Eh 3950   2]                     Reserved : 0000
[F70h 3952   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[F74h 3956   4]                       Parent : 0000028C
[F78h 3960   4]            ACPI Processor ID : 00000050
[F7Ch 3964   4]      Private Resource Number : 00000002
[F80h 3968   4]             Private Resource : 00000024
[F84h 3972   4]             Private Resource : 0000003C

[F88h 3976   1]                Subtable Type : 00 [Processor Hierarchy Node]
[F89h 3977   1]                       Length : 1C
[F8Ah 3978   2]                     Reserved : 0000
[F8Ch 3980   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[F90h 3984   4]                       Parent : 0000028C
[F94h 3988   4]            ACPI Processor ID : 00000051
[F98h 3992   4]      Private Resource Number : 00000002
[F9Ch 3996   4]             Private Resource : 00000024
[FA0h 4000   4]             Private Resource : 0000003C

[FA4h 4004   1]                Subtable Type : 00 [Processor Hierarchy Node]
[FA5h 4005   1]                       Length : 1C
[FA6h 4006   2]                     Reserved : 0000
[FA8h 4008   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[FACh 4012   4]                       Parent : 0000028C
[FB0h 4016   4]            ACPI Processor ID : 00000052
[FB4h 4020   4]      Private Resource Number : 00000002
[FB8h 4024   4]             Private Resource : 00000024
[FBCh 4028   4]             Private Resource : 0000003C

[FC0h 4032   1]                Subtable Type : 00 [Processor Hierarchy Node]
[FC1h 4033   1]                       Length : 1C
[FC2h 4034   2]                     Reserved : 0000
[FC4h 4036   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[FC8h 4040   4]                       Parent : 0000028C
[FCCh 4044   4]            ACPI Processor ID : 00000053
[FD0h 4048   4]      Private Resource Number : 00000002
[FD4h 4052   4]             Private Resource : 00000024
[FD8h 4056   4]             Private Resource : 0000003C

[FDCh 4060   1]                Subtable Type : 00 [Processor Hierarchy Node]
[FDDh 4061   1]                       Length : 1C
[FDEh 4062   2]                     Reserved : 0000
[FE0h 4064   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[FE4h 4068   4]                       Parent : 0000028C
[FE8h 4072   4]            ACPI Processor ID : 00000054
[FECh 4076   4]      Private Resource Number : 00000002
[FF0h 4080   4]             Private Resource : 00000024
[FF4h 4084   4]             Private Resource : 0000003C

[FF8h 4088   1]                Subtable Type : 00 [Processor Hierarchy Node]
[FF9h 4089   1]                       Length : 1C
[FFAh 4090   2]                     Reserved : 0000
[FFCh 4092   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1000h 4096   4]                       Parent : 000002A4
[1004h 4100   4]            ACPI Processor ID : 00000055
[1008h 4104   4]      Private Resource Number : 00000002
[100Ch 4108   4]             Private Resource : 00000024
[1010h 4112   4]             Private Resource : 0000003C

[1014h 4116   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1015h 4117   1]                       Length : 1C
[1016h 4118   2]                     Reserved : 0000
[1018h 4120   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[101Ch 4124   4]                       Parent : 000002A4
[1020h 4128   4]            ACPI Processor ID : 00000056
[1024h 4132   4]      Private Resource Number : 00000002
[1028h 4136   4]             Private Resource : 00000024
[102Ch 4140   4]             Private Resource : 0000003C

[1030h 4144   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1031h 4145   1]                       Length : 1C
[1032h 4146   2]                     Reserved : 0000
[1034h 4148   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1038h 4152   4]                       Parent : 000002A4
[103Ch 4156   4]            ACPI Processor ID : 00000057
[1040h 4160   4]      Private Resource Number : 00000002
[1044h 4164   4]             Private Resource : 00000024
[1048h 4168   4]             Private Resource : 0000003C

[104Ch 4172   1]                Subtable Type : 00 [Processor Hierarchy Node]
[104Dh 4173   1]                       Length : 1C
[104Eh 4174   2]                     Reserved : 0000
[1050h 4176   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1054h 4180   4]                       Parent : 000002A4
[1058h 4184   4]            ACPI Processor ID : 00000058
[105Ch 4188   4]      Private Resource Number : 00000002
[1060h 4192   4]             Private Resource : 00000024
[1064h 4196   4]             Private Resource : 0000003C

[1068h 4200   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1069h 4201   1]                       Length : 1C
[106Ah 4202   2]                     Reserved : 0000
[106Ch 4204   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1070h 4208   4]                       Parent : 000002A4
[1074h 4212   4]            ACPI Processor ID : 00000059
[1078h 4216   4]      Private Resource Number : 00000002
[107Ch 4220   4]             Private Resource : 00000024
[1080h 4224   4]             Private Resource : 0000003C

[1084h 4228   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1085h 4229   1]                       Length : 1C
[1086h 4230   2]                     Reserved : 0000
[1088h 4232   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[108Ch 4236   4]                       Parent : 000002BC
[1090h 4240   4]            ACPI Processor ID : 0000005A
[1094h 4244   4]      Private Resource Number : 00000002
[1098h 4248   4]             Private Resource : 00000024
[109Ch 4252   4]             Private Resource : 0000003C

[10A0h 4256   1]                Subtable Type : 00 [Processor Hierarchy Node]
[10A1h 4257   1]                       Length : 1C
[10A2h 4258   2]                     Reserved : 0000
[10A4h 4260   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[10A8h 4264   4]                       Parent : 000002BC
[10ACh 4268   4]            ACPI Processor ID : 0000005B
[10B0h 4272   4]      Private Resource Number : 00000002
[10B4h 4276   4]             Private Resource : 00000024
[10B8h 4280   4]             Private Resource : 0000003C

[10BCh 4284   1]                Subtable Type : 00 [Processor Hierarchy Node]
[10BDh 4285   1]                       Length : 1C
[10BEh 4286   2]                     Reserved : 0000
[10C0h 4288   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[10C4h 4292   4]                       Parent : 000002BC
[10C8h 4296   4]            ACPI Processor ID : 0000005C
[10CCh 4300   4]      Private Resource Number : 00000002
[10D0h 4304   4]             Private Resource : 00000024
[10D4h 4308   4]             Private Resource : 0000003C

[10D8h 4312   1]                Subtable Type : 00 [Processor Hierarchy Node]
[10D9h 4313   1]                       Length : 1C
[10DAh 4314   2]                     Reserved : 0000
[10DCh 4316   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[10E0h 4320   4]                       Parent : 000002BC
[10E4h 4324   4]            ACPI Processor ID : 0000005D
[10E8h 4328   4]      Private Resource Number : 00000002
[10ECh 4332   4]             Private Resource : 00000024
[10F0h 4336   4]             Private Resource : 0000003C

[10F4h 4340   1]                Subtable Type : 00 [Processor Hierarchy Node]
[10F5h 4341   1]                       Length : 1C
[10F6h 4342   2]                     Reserved : 0000
[10F8h 4344   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[10FCh 4348   4]                       Parent : 000002BC
[1100h 4352   4]            ACPI Processor ID : 0000005E
[1104h 4356   4]      Private Resource Number : 00000002
[1108h 4360   4]             Private Resource : 00000024
[110Ch 4364   4]             Private Resource : 0000003C

[1110h 4368   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1111h 4369   1]                       Length : 1C
[1112h 4370   2]                     Reserved : 0000
[1114h 4372   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1118h 4376   4]                       Parent : 000002D4
[111Ch 4380   4]            ACPI Processor ID : 0000005F
[1120h 4384   4]      Private Resource Number : 00000002
[1124h 4388   4]             Private Resource : 00000024
[1128h 4392   4]             Private Resource : 0000003C

[112Ch 4396   1]                Subtable Type : 00 [Processor Hierarchy Node]
[112Dh 4397   1]                       Length : 1C
[112Eh 4398   2]                     Reserved : 0000
[1130h 4400   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1134h 4404   4]                       Parent : 000002D4
[1138h 4408   4]            ACPI Processor ID : 00000060
[113Ch 4412   4]      Private Resource Number : 00000002
[1140h 4416   4]             Private Resource : 00000024
[1144h 4420   4]             Private Resource : 0000003C

[1148h 4424   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1149h 4425   1]                       Length : 1C
[114Ah 4426   2]                     Reserved : 0000
[114Ch 4428   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1150h 4432   4]                       Parent : 000002D4
[1154h 4436   4]            ACPI Processor ID : 00000061
[1158h 4440   4]      Private Resource Number : 00000002
[115Ch 4444   4]             Private Resource : 00000024
[1160h 4448   4]             Private Resource : 0000003C

[1164h 4452   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1165h 4453   1]                       Length : 1C
[1166h 4454   2]                     Reserved : 0000
[1168h 4456   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[116Ch 4460   4]                       Parent : 000002D4
[1170h 4464   4]            ACPI Processor ID : 00000062
[1174h 4468   4]      Private Resource Number : 00000002
[1178h 4472   4]             Private Resource : 00000024
[117Ch 4476   4]             Private Resource : 0000003C

[1180h 4480   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1181h 4481   1]                       Length : 1C
[1182h 4482   2]                     Reserved : 0000
[1184h 4484   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1188h 4488   4]                       Parent : 000002D4
[118Ch 4492   4]            ACPI Processor ID : 00000063
[1190h 4496   4]      Private Resource Number : 00000002
[1194h 4500   4]             Private Resource : 00000024
[1198h 4504   4]             Private Resource : 0000003C

[119Ch 4508   1]                Subtable Type : 00 [Processor Hierarchy Node]
[119Dh 4509   1]                       Length : 1C
[119Eh 4510   2]                     Reserved : 0000
[11A0h 4512   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[11A4h 4516   4]                       Parent : 000002EC
[11A8h 4520   4]            ACPI Processor ID : 00000064
[11ACh 4524   4]      Private Resource Number : 00000002
[11B0h 4528   4]             Private Resource : 00000024
[11B4h 4532   4]             Private Resource : 0000003C

[11B8h 4536   1]                Subtable Type : 00 [Processor Hierarchy Node]
[11B9h 4537   1]                       Length : 1C
[11BAh 4538   2]                     Reserved : 0000
[11BCh 4540   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[11C0h 4544   4]                       Parent : 000002EC
[11C4h 4548   4]            ACPI Processor ID : 00000065
[11C8h 4552   4]      Private Resource Number : 00000002
[11CCh 4556   4]             Private Resource : 00000024
[11D0h 4560   4]             Private Resource : 0000003C

[11D4h 4564   1]                Subtable Type : 00 [Processor Hierarchy Node]
[11D5h 4565   1]                       Length : 1C
[11D6h 4566   2]                     Reserved : 0000
[11D8h 4568   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[11DCh 4572   4]                       Parent : 000002EC
[11E0h 4576   4]            ACPI Processor ID : 00000066
[11E4h 4580   4]      Private Resource Number : 00000002
[11E8h 4584   4]             Private Resource : 00000024
[11ECh 4588   4]             Private Resource : 0000003C

[11F0h 4592   1]                Subtable Type : 00 [Processor Hierarchy Node]
[11F1h 4593   1]                       Length : 1C
[11F2h 4594   2]                     Reserved : 0000
[11F4h 4596   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[11F8h 4600   4]                       Parent : 000002EC
[11FCh 4604   4]            ACPI Processor ID : 00000067
[1200h 4608   4]      Private Resource Number : 00000002
[1204h 4612   4]             Private Resource : 00000024
[1208h 4616   4]             Private Resource : 0000003C

[120Ch 4620   1]                Subtable Type : 00 [Processor Hierarchy Node]
[120Dh 4621   1]                       Length : 1C
[120Eh 4622   2]                     Reserved : 0000
[1210h 4624   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1214h 4628   4]                       Parent : 000002EC
[1218h 4632   4]            ACPI Processor ID : 00000068
[121Ch 4636   4]      Private Resource Number : 00000002
[1220h 4640   4]             Private Resource : 00000024
[1224h 4644   4]             Private Resource : 0000003C

[1228h 4648   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1229h 4649   1]                       Length : 1C
[122Ah 4650   2]                     Reserved : 0000
[122Ch 4652   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1230h 4656   4]                       Parent : 00000304
[1234h 4660   4]            ACPI Processor ID : 00000069
[1238h 4664   4]      Private Resource Number : 00000002
[123Ch 4668   4]             Private Resource : 00000024
[1240h 4672   4]             Private Resource : 0000003C

[1244h 4676   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1245h 4677   1]                       Length : 1C
[1246h 4678   2]                     Reserved : 0000
[1248h 4680   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[124Ch 4684   4]                       Parent : 00000304
[1250h 4688   4]            ACPI Processor ID : 0000006A
[1254h 4692   4]      Private Resource Number : 00000002
[1258h 4696   4]             Private Resource : 00000024
[125Ch 4700   4]             Private Resource : 0000003C

[1260h 4704   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1261h 4705   1]                       Length : 1C
[1262h 4706   2]                     Reserved : 0000
[1264h 4708   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1268h 4712   4]                       Parent : 00000304
[126Ch 4716   4]            ACPI Processor ID : 0000006B
[1270h 4720   4]      Private Resource Number : 00000002
[1274h 4724   4]             Private Resource : 00000024
[1278h 4728   4]             Private Resource : 0000003C

[127Ch 4732   1]                Subtable Type : 00 [Processor Hierarchy Node]
[127Dh 4733   1]                       Length : 1C
[127Eh 4734   2]                     Reserved : 0000
[1280h 4736   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1284h 4740   4]                       Parent : 00000304
[1288h 4744   4]            ACPI Processor ID : 0000006C
[128Ch 4748   4]      Private Resource Number : 00000002
[1290h 4752   4]             Private Resource : 00000024
[1294h 4756   4]             Private Resource : 0000003C

[1298h 4760   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1299h 4761   1]                       Length : 1C
[129Ah 4762   2]                     Reserved : 0000
[129Ch 4764   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[12A0h 4768   4]                       Parent : 00000304
[12A4h 4772   4]            ACPI Processor ID : 0000006D
[12A8h 4776   4]      Private Resource Number : 00000002
[12ACh 4780   4]             Private Resource : 00000024
[12B0h 4784   4]             Private Resource : 0000003C

[12B4h 4788   1]                Subtable Type : 00 [Processor Hierarchy Node]
[12B5h 4789   1]                       Length : 1C
[12B6h 4790   2]                     Reserved : 0000
[12B8h 4792   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[12BCh 4796   4]                       Parent : 0000031C
[12C0h 4800   4]            ACPI Processor ID : 0000006E
[12C4h 4804   4]      Private Resource Number : 00000002
[12C8h 4808   4]             Private Resource : 00000024
[12CCh 4812   4]             Private Resource : 0000003C

[12D0h 4816   1]                Subtable Type : 00 [Processor Hierarchy Node]
[12D1h 4817   1]                       Length : 1C
[12D2h 4818   2]                     Reserved : 0000
[12D4h 4820   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[12D8h 4824   4]                       Parent : 0000031C
[12DCh 4828   4]            ACPI Processor ID : 0000006F
[12E0h 4832   4]      Private Resource Number : 00000002
[12E4h 4836   4]             Private Resource : 00000024
[12E8h 4840   4]             Private Resource : 0000003C

[12ECh 4844   1]                Subtable Type : 00 [Processor Hierarchy Node]
[12EDh 4845   1]                       Length : 1C
[12EEh 4846   2]                     Reserved : 0000
[12F0h 4848   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[12F4h 4852   4]                       Parent : 0000031C
[12F8h 4856   4]            ACPI Processor ID : 00000070
[12FCh 4860   4]      Private Resource Number : 00000002
[1300h 4864   4]             Private Resource : 00000024
[1304h 4868   4]             Private Resource : 0000003C

[1308h 4872   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1309h 4873   1]                       Length : 1C
[130Ah 4874   2]                     Reserved : 0000
[130Ch 4876   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1310h 4880   4]                       Parent : 0000031C
[1314h 4884   4]            ACPI Processor ID : 00000071
[1318h 4888   4]      Private Resource Number : 00000002
[131Ch 4892   4]             Private Resource : 00000024
[1320h 4896   4]             Private Resource : 0000003C

[1324h 4900   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1325h 4901   1]                       Length : 1C
[1326h 4902   2]                     Reserved : 0000
[1328h 4904   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[132Ch 4908   4]                       Parent : 0000031C
[1330h 4912   4]            ACPI Processor ID : 00000072
[1334h 4916   4]      Private Resource Number : 00000002
[1338h 4920   4]             Private Resource : 00000024
[133Ch 4924   4]             Private Resource : 0000003C

[1340h 4928   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1341h 4929   1]                       Length : 1C
[1342h 4930   2]                     Reserved : 0000
[1344h 4932   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1348h 4936   4]                       Parent : 00000334
[134Ch 4940   4]            ACPI Processor ID : 00000073
[1350h 4944   4]      Private Resource Number : 00000002
[1354h 4948   4]             Private Resource : 00000024
[1358h 4952   4]             Private Resource : 0000003C

[135Ch 4956   1]                Subtable Type : 00 [Processor Hierarchy Node]
[135Dh 4957   1]                       Length : 1C
[135Eh 4958   2]                     Reserved : 0000
[1360h 4960   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1364h 4964   4]                       Parent : 00000334
[1368h 4968   4]            ACPI Processor ID : 00000074
[136Ch 4972   4]      Private Resource Number : 00000002
[1370h 4976   4]             Private Resource : 00000024
[1374h 4980   4]             Private Resource : 0000003C

[1378h 4984   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1379h 4985   1]                       Length : 1C
[137Ah 4986   2]                     Reserved : 0000
[137Ch 4988   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1380h 4992   4]                       Parent : 00000334
[1384h 4996   4]            ACPI Processor ID : 00000075
[1388h 5000   4]      Private Resource Number : 00000002
[138Ch 5004   4]             Private Resource : 00000024
[1390h 5008   4]             Private Resource : 0000003C

[1394h 5012   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1395h 5013   1]                       Length : 1C
[1396h 5014   2]                     Reserved : 0000
[1398h 5016   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[139Ch 5020   4]                       Parent : 00000334
[13A0h 5024   4]            ACPI Processor ID : 00000076
[13A4h 5028   4]      Private Resource Number : 00000002
[13A8h 5032   4]             Private Resource : 00000024
[13ACh 5036   4]             Private Resource : 0000003C

[13B0h 5040   1]                Subtable Type : 00 [Processor Hierarchy Node]
[13B1h 5041   1]                       Length : 1C
[13B2h 5042   2]                     Reserved : 0000
[13B4h 5044   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[13B8h 5048   4]                       Parent : 00000334
[13BCh 5052   4]            ACPI Processor ID : 00000077
[13C0h 5056   4]      Private Resource Number : 00000002
[13C4h 5060   4]             Private Resource : 00000024
[13C8h 5064   4]             Private Resource : 0000003C

[13CCh 5068   1]                Subtable Type : 00 [Processor Hierarchy Node]
[13CDh 5069   1]                       Length : 1C
[13CEh 5070   2]                     Reserved : 0000
[13D0h 5072   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[13D4h 5076   4]                       Parent : 0000034C
[13D8h 5080   4]            ACPI Processor ID : 00000078
[13DCh 5084   4]      Private Resource Number : 00000002
[13E0h 5088   4]             Private Resource : 00000024
[13E4h 5092   4]             Private Resource : 0000003C

[13E8h 5096   1]                Subtable Type : 00 [Processor Hierarchy Node]
[13E9h 5097   1]                       Length : 1C
[13EAh 5098   2]                     Reserved : 0000
[13ECh 5100   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[13F0h 5104   4]                       Parent : 0000034C
[13F4h 5108   4]            ACPI Processor ID : 00000079
[13F8h 5112   4]      Private Resource Number : 00000002
[13FCh 5116   4]             Private Resource : 00000024
[1400h 5120   4]             Private Resource : 0000003C

[1404h 5124   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1405h 5125   1]                       Length : 1C
[1406h 5126   2]                     Reserved : 0000
[1408h 5128   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[140Ch 5132   4]                       Parent : 0000034C
[1410h 5136   4]            ACPI Processor ID : 0000007A
[1414h 5140   4]      Private Resource Number : 00000002
[1418h 5144   4]             Private Resource : 00000024
[141Ch 5148   4]             Private Resource : 0000003C

[1420h 5152   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1421h 5153   1]                       Length : 1C
[1422h 5154   2]                     Reserved : 0000
[1424h 5156   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1428h 5160   4]                       Parent : 0000034C
[142Ch 5164   4]            ACPI Processor ID : 0000007B
[1430h 5168   4]      Private Resource Number : 00000002
[1434h 5172   4]             Private Resource : 00000024
[1438h 5176   4]             Private Resource : 0000003C

[143Ch 5180   1]                Subtable Type : 00 [Processor Hierarchy Node]
[143Dh 5181   1]                       Length : 1C
[143Eh 5182   2]                     Reserved : 0000
[1440h 5184   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1444h 5188   4]                       Parent : 0000034C
[1448h 5192   4]            ACPI Processor ID : 0000007C
[144Ch 5196   4]      Private Resource Number : 00000002
[1450h 5200   4]             Private Resource : 00000024
[1454h 5204   4]             Private Resource : 0000003C

[1458h 5208   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1459h 5209   1]                       Length : 1C
[145Ah 5210   2]                     Reserved : 0000
[145Ch 5212   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1460h 5216   4]                       Parent : 00000364
[1464h 5220   4]            ACPI Processor ID : 0000007D
[1468h 5224   4]      Private Resource Number : 00000002
[146Ch 5228   4]             Private Resource : 00000024
[1470h 5232   4]             Private Resource : 0000003C

[1474h 5236   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1475h 5237   1]                       Length : 1C
[1476h 5238   2]                     Reserved : 0000
[1478h 5240   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[147Ch 5244   4]                       Parent : 00000364
[1480h 5248   4]            ACPI Processor ID : 0000007E
[1484h 5252   4]      Private Resource Number : 00000002
[1488h 5256   4]             Private Resource : 00000024
[148Ch 5260   4]             Private Resource : 0000003C

[1490h 5264   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1491h 5265   1]                       Length : 1C
[1492h 5266   2]                     Reserved : 0000
[1494h 5268   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1498h 5272   4]                       Parent : 00000364
[149Ch 5276   4]            ACPI Processor ID : 0000007F
[14A0h 5280   4]      Private Resource Number : 00000002
[14A4h 5284   4]             Private Resource : 00000024
[14A8h 5288   4]             Private Resource : 0000003C

[14ACh 5292   1]                Subtable Type : 00 [Processor Hierarchy Node]
[14ADh 5293   1]                       Length : 1C
[14AEh 5294   2]                     Reserved : 0000
[14B0h 5296   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[14B4h 5300   4]                       Parent : 00000364
[14B8h 5304   4]            ACPI Processor ID : 00000080
[14BCh 5308   4]      Private Resource Number : 00000002
[14C0h 5312   4]             Private Resource : 00000024
[14C4h 5316   4]             Private Resource : 0000003C

[14C8h 5320   1]                Subtable Type : 00 [Processor Hierarchy Node]
[14C9h 5321   1]                       Length : 1C
[14CAh 5322   2]                     Reserved : 0000
[14CCh 5324   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[14D0h 5328   4]                       Parent : 00000364
[14D4h 5332   4]            ACPI Processor ID : 00000081
[14D8h 5336   4]      Private Resource Number : 00000002
[14DCh 5340   4]             Private Resource : 00000024
[14E0h 5344   4]             Private Resource : 0000003C

[14E4h 5348   1]                Subtable Type : 00 [Processor Hierarchy Node]
[14E5h 5349   1]                       Length : 1C
[14E6h 5350   2]                     Reserved : 0000
[14E8h 5352   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[14ECh 5356   4]                       Parent : 0000037C
[14F0h 5360   4]            ACPI Processor ID : 00000082
[14F4h 5364   4]      Private Resource Number : 00000002
[14F8h 5368   4]             Private Resource : 00000024
[14FCh 5372   4]             Private Resource : 0000003C

[1500h 5376   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1501h 5377   1]                       Length : 1C
[1502h 5378   2]                     Reserved : 0000
[1504h 5380   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1508h 5384   4]                       Parent : 0000037C
[150Ch 5388   4]            ACPI Processor ID : 00000083
[1510h 5392   4]      Private Resource Number : 00000002
[1514h 5396   4]             Private Resource : 00000024
[1518h 5400   4]             Private Resource : 0000003C

[151Ch 5404   1]                Subtable Type : 00 [Processor Hierarchy Node]
[151Dh 5405   1]                       Length : 1C
[151Eh 5406   2]                     Reserved : 0000
[1520h 5408   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1524h 5412   4]                       Parent : 0000037C
[1528h 5416   4]            ACPI Processor ID : 00000084
[152Ch 5420   4]      Private Resource Number : 00000002
[1530h 5424   4]             Private Resource : 00000024
[1534h 5428   4]             Private Resource : 0000003C

[1538h 5432   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1539h 5433   1]                       Length : 1C
[153Ah 5434   2]                     Reserved : 0000
[153Ch 5436   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1540h 5440   4]                       Parent : 0000037C
[1544h 5444   4]            ACPI Processor ID : 00000085
[1548h 5448   4]      Private Resource Number : 00000002
[154Ch 5452   4]             Private Resource : 00000024
[1550h 5456   4]             Private Resource : 0000003C

[1554h 5460   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1555h 5461   1]                       Length : 1C
[1556h 5462   2]                     Reserved : 0000
[1558h 5464   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[155Ch 5468   4]                       Parent : 0000037C
[1560h 5472   4]            ACPI Processor ID : 00000086
[1564h 5476   4]      Private Resource Number : 00000002
[1568h 5480   4]             Private Resource : 00000024
[156Ch 5484   4]             Private Resource : 0000003C

[1570h 5488   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1571h 5489   1]                       Length : 1C
[1572h 5490   2]                     Reserved : 0000
[1574h 5492   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1578h 5496   4]                       Parent : 00000394
[157Ch 5500   4]            ACPI Processor ID : 00000087
[1580h 5504   4]      Private Resource Number : 00000002
[1584h 5508   4]             Private Resource : 00000024
[1588h 5512   4]             Private Resource : 0000003C

[158Ch 5516   1]                Subtable Type : 00 [Processor Hierarchy Node]
[158Dh 5517   1]                       Length : 1C
[158Eh 5518   2]                     Reserved : 0000
[1590h 5520   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1594h 5524   4]                       Parent : 00000394
[1598h 5528   4]            ACPI Processor ID : 00000088
[159Ch 5532   4]      Private Resource Number : 00000002
[15A0h 5536   4]             Private Resource : 00000024
[15A4h 5540   4]             Private Resource : 0000003C

[15A8h 5544   1]                Subtable Type : 00 [Processor Hierarchy Node]
[15A9h 5545   1]                       Length : 1C
[15AAh 5546   2]                     Reserved : 0000
[15ACh 5548   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[15B0h 5552   4]                       Parent : 00000394
[15B4h 5556   4]            ACPI Processor ID : 00000089
[15B8h 5560   4]      Private Resource Number : 00000002
[15BCh 5564   4]             Private Resource : 00000024
[15C0h 5568   4]             Private Resource : 0000003C

[15C4h 5572   1]                Subtable Type : 00 [Processor Hierarchy Node]
[15C5h 5573   1]                       Length : 1C
[15C6h 5574   2]                     Reserved : 0000
[15C8h 5576   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[15CCh 5580   4]                       Parent : 00000394
[15D0h 5584   4]            ACPI Processor ID : 0000008A
[15D4h 5588   4]      Private Resource Number : 00000002
[15D8h 5592   4]             Private Resource : 00000024
[15DCh 5596   4]             Private Resource : 0000003C

[15E0h 5600   1]                Subtable Type : 00 [Processor Hierarchy Node]
[15E1h 5601   1]                       Length : 1C
[15E2h 5602   2]                     Reserved : 0000
[15E4h 5604   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[15E8h 5608   4]                       Parent : 00000394
[15ECh 5612   4]            ACPI Processor ID : 0000008B
[15F0h 5616   4]      Private Resource Number : 00000002
[15F4h 5620   4]             Private Resource : 00000024
[15F8h 5624   4]             Private Resource : 0000003C

[15FCh 5628   1]                Subtable Type : 00 [Processor Hierarchy Node]
[15FDh 5629   1]                       Length : 1C
[15FEh 5630   2]                     Reserved : 0000
[1600h 5632   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1604h 5636   4]                       Parent : 000003AC
[1608h 5640   4]            ACPI Processor ID : 0000008C
[160Ch 5644   4]      Private Resource Number : 00000002
[1610h 5648   4]             Private Resource : 00000024
[1614h 5652   4]             Private Resource : 0000003C

[1618h 5656   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1619h 5657   1]                       Length : 1C
[161Ah 5658   2]                     Reserved : 0000
[161Ch 5660   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1620h 5664   4]                       Parent : 000003AC
[1624h 5668   4]            ACPI Processor ID : 0000008D
[1628h 5672   4]      Private Resource Number : 00000002
[162Ch 5676   4]             Private Resource : 00000024
[1630h 5680   4]             Private Resource : 0000003C

[1634h 5684   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1635h 5685   1]                       Length : 1C
[1636h 5686   2]                     Reserved : 0000
[1638h 5688   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[163Ch 5692   4]                       Parent : 000003AC
[1640h 5696   4]            ACPI Processor ID : 0000008E
[1644h 5700   4]      Private Resource Number : 00000002
[1648h 5704   4]             Private Resource : 00000024
[164Ch 5708   4]             Private Resource : 0000003C

[1650h 5712   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1651h 5713   1]                       Length : 1C
[1652h 5714   2]                     Reserved : 0000
[1654h 5716   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1658h 5720   4]                       Parent : 000003AC
[165Ch 5724   4]            ACPI Processor ID : 0000008F
[1660h 5728   4]      Private Resource Number : 00000002
[1664h 5732   4]             Private Resource : 00000024
[1668h 5736   4]             Private Resource : 0000003C

[166Ch 5740   1]                Subtable Type : 00 [Processor Hierarchy Node]
[166Dh 5741   1]                       Length : 1C
[166Eh 5742   2]                     Reserved : 0000
[1670h 5744   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1674h 5748   4]                       Parent : 000003AC
[1678h 5752   4]            ACPI Processor ID : 00000090
[167Ch 5756   4]      Private Resource Number : 00000002
[1680h 5760   4]             Private Resource : 00000024
[1684h 5764   4]             Private Resource : 0000003C

[1688h 5768   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1689h 5769   1]                       Length : 1C
[168Ah 5770   2]                     Reserved : 0000
[168Ch 5772   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1690h 5776   4]                       Parent : 000003C4
[1694h 5780   4]            ACPI Processor ID : 00000091
[1698h 5784   4]      Private Resource Number : 00000002
[169Ch 5788   4]             Private Resource : 00000024
[16A0h 5792   4]             Private Resource : 0000003C

[16A4h 5796   1]                Subtable Type : 00 [Processor Hierarchy Node]
[16A5h 5797   1]                       Length : 1C
[16A6h 5798   2]                     Reserved : 0000
[16A8h 5800   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[16ACh 5804   4]                       Parent : 000003C4
[16B0h 5808   4]            ACPI Processor ID : 00000092
[16B4h 5812   4]      Private Resource Number : 00000002
[16B8h 5816   4]             Private Resource : 00000024
[16BCh 5820   4]             Private Resource : 0000003C

[16C0h 5824   1]                Subtable Type : 00 [Processor Hierarchy Node]
[16C1h 5825   1]                       Length : 1C
[16C2h 5826   2]                     Reserved : 0000
[16C4h 5828   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[16C8h 5832   4]                       Parent : 000003C4
[16CCh 5836   4]            ACPI Processor ID : 00000093
[16D0h 5840   4]      Private Resource Number : 00000002
[16D4h 5844   4]             Private Resource : 00000024
[16D8h 5848   4]             Private Resource : 0000003C

[16DCh 5852   1]                Subtable Type : 00 [Processor Hierarchy Node]
[16DDh 5853   1]                       Length : 1C
[16DEh 5854   2]                     Reserved : 0000
[16E0h 5856   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[16E4h 5860   4]                       Parent : 000003C4
[16E8h 5864   4]            ACPI Processor ID : 00000094
[16ECh 5868   4]      Private Resource Number : 00000002
[16F0h 5872   4]             Private Resource : 00000024
[16F4h 5876   4]             Private Resource : 0000003C

[16F8h 5880   1]                Subtable Type : 00 [Processor Hierarchy Node]
[16F9h 5881   1]                       Length : 1C
[16FAh 5882   2]                     Reserved : 0000
[16FCh 5884   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1700h 5888   4]                       Parent : 000003C4
[1704h 5892   4]            ACPI Processor ID : 00000095
[1708h 5896   4]      Private Resource Number : 00000002
[170Ch 5900   4]             Private Resource : 00000024
[1710h 5904   4]             Private Resource : 0000003C

[1714h 5908   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1715h 5909   1]                       Length : 1C
[1716h 5910   2]                     Reserved : 0000
[1718h 5912   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[171Ch 5916   4]                       Parent : 000003DC
[1720h 5920   4]            ACPI Processor ID : 00000096
[1724h 5924   4]      Private Resource Number : 00000002
[1728h 5928   4]             Private Resource : 00000024
[172Ch 5932   4]             Private Resource : 0000003C

[1730h 5936   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1731h 5937   1]                       Length : 1C
[1732h 5938   2]                     Reserved : 0000
[1734h 5940   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1738h 5944   4]                       Parent : 000003DC
[173Ch 5948   4]            ACPI Processor ID : 00000097
[1740h 5952   4]      Private Resource Number : 00000002
[1744h 5956   4]             Private Resource : 00000024
[1748h 5960   4]             Private Resource : 0000003C

[174Ch 5964   1]                Subtable Type : 00 [Processor Hierarchy Node]
[174Dh 5965   1]                       Length : 1C
[174Eh 5966   2]                     Reserved : 0000
[1750h 5968   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1754h 5972   4]                       Parent : 000003DC
[1758h 5976   4]            ACPI Processor ID : 00000098
[175Ch 5980   4]      Private Resource Number : 00000002
[1760h 5984   4]             Private Resource : 00000024
[1764h 5988   4]             Private Resource : 0000003C

[1768h 5992   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1769h 5993   1]                       Length : 1C
[176Ah 5994   2]                     Reserved : 0000
[176Ch 5996   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1770h 6000   4]                       Parent : 000003DC
[1774h 6004   4]            ACPI Processor ID : 00000099
[1778h 6008   4]      Private Resource Number : 00000002
[177Ch 6012   4]             Private Resource : 00000024
[1780h 6016   4]             Private Resource : 0000003C

[1784h 6020   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1785h 6021   1]                       Length : 1C
[1786h 6022   2]                     Reserved : 0000
[1788h 6024   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[178Ch 6028   4]                       Parent : 000003DC
[1790h 6032   4]            ACPI Processor ID : 0000009A
[1794h 6036   4]      Private Resource Number : 00000002
[1798h 6040   4]             Private Resource : 00000024
[179Ch 6044   4]             Private Resource : 0000003C

[17A0h 6048   1]                Subtable Type : 00 [Processor Hierarchy Node]
[17A1h 6049   1]                       Length : 1C
[17A2h 6050   2]                     Reserved : 0000
[17A4h 6052   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[17A8h 6056   4]                       Parent : 000003F4
[17ACh 6060   4]            ACPI Processor ID : 0000009B
[17B0h 6064   4]      Private Resource Number : 00000002
[17B4h 6068   4]             Private Resource : 00000024
[17B8h 6072   4]             Private Resource : 0000003C

[17BCh 6076   1]                Subtable Type : 00 [Processor Hierarchy Node]
[17BDh 6077   1]                       Length : 1C
[17BEh 6078   2]                     Reserved : 0000
[17C0h 6080   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[17C4h 6084   4]                       Parent : 000003F4
[17C8h 6088   4]            ACPI Processor ID : 0000009C
[17CCh 6092   4]      Private Resource Number : 00000002
[17D0h 6096   4]             Private Resource : 00000024
[17D4h 6100   4]             Private Resource : 0000003C

[17D8h 6104   1]                Subtable Type : 00 [Processor Hierarchy Node]
[17D9h 6105   1]                       Length : 1C
[17DAh 6106   2]                     Reserved : 0000
[17DCh 6108   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[17E0h 6112   4]                       Parent : 000003F4
[17E4h 6116   4]            ACPI Processor ID : 0000009D
[17E8h 6120   4]      Private Resource Number : 00000002
[17ECh 6124   4]             Private Resource : 00000024
[17F0h 6128   4]             Private Resource : 0000003C

[17F4h 6132   1]                Subtable Type : 00 [Processor Hierarchy Node]
[17F5h 6133   1]                       Length : 1C
[17F6h 6134   2]                     Reserved : 0000
[17F8h 6136   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[17FCh 6140   4]                       Parent : 000003F4
[1800h 6144   4]            ACPI Processor ID : 0000009E
[1804h 6148   4]      Private Resource Number : 00000002
[1808h 6152   4]             Private Resource : 00000024
[180Ch 6156   4]             Private Resource : 0000003C

[1810h 6160   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1811h 6161   1]                       Length : 1C
[1812h 6162   2]                     Reserved : 0000
[1814h 6164   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1818h 6168   4]                       Parent : 000003F4
[181Ch 6172   4]            ACPI Processor ID : 0000009F
[1820h 6176   4]      Private Resource Number : 00000002
[1824h 6180   4]             Private Resource : 00000024
[1828h 6184   4]             Private Resource : 0000003C

[182Ch 6188   1]                Subtable Type : 00 [Processor Hierarchy Node]
[182Dh 6189   1]                       Length : 1C
[182Eh 6190   2]                     Reserved : 0000
[1830h 6192   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1834h 6196   4]                       Parent : 0000040C
[1838h 6200   4]            ACPI Processor ID : 000000A0
[183Ch 6204   4]      Private Resource Number : 00000002
[1840h 6208   4]             Private Resource : 00000024
[1844h 6212   4]             Private Resource : 0000003C

[1848h 6216   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1849h 6217   1]                       Length : 1C
[184Ah 6218   2]                     Reserved : 0000
[184Ch 6220   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1850h 6224   4]                       Parent : 0000040C
[1854h 6228   4]            ACPI Processor ID : 000000A1
[1858h 6232   4]      Private Resource Number : 00000002
[185Ch 6236   4]             Private Resource : 00000024
[1860h 6240   4]             Private Resource : 0000003C

[1864h 6244   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1865h 6245   1]                       Length : 1C
[1866h 6246   2]                     Reserved : 0000
[1868h 6248   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[186Ch 6252   4]                       Parent : 0000040C
[1870h 6256   4]            ACPI Processor ID : 000000A2
[1874h 6260   4]      Private Resource Number : 00000002
[1878h 6264   4]             Private Resource : 00000024
[187Ch 6268   4]             Private Resource : 0000003C

[1880h 6272   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1881h 6273   1]                       Length : 1C
[1882h 6274   2]                     Reserved : 0000
[1884h 6276   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1888h 6280   4]                       Parent : 0000040C
[188Ch 6284   4]            ACPI Processor ID : 000000A3
[1890h 6288   4]      Private Resource Number : 00000002
[1894h 6292   4]             Private Resource : 00000024
[1898h 6296   4]             Private Resource : 0000003C

[189Ch 6300   1]                Subtable Type : 00 [Processor Hierarchy Node]
[189Dh 6301   1]                       Length : 1C
[189Eh 6302   2]                     Reserved : 0000
[18A0h 6304   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[18A4h 6308   4]                       Parent : 0000040C
[18A8h 6312   4]            ACPI Processor ID : 000000A4
[18ACh 6316   4]      Private Resource Number : 00000002
[18B0h 6320   4]             Private Resource : 00000024
[18B4h 6324   4]             Private Resource : 0000003C

[18B8h 6328   1]                Subtable Type : 00 [Processor Hierarchy Node]
[18B9h 6329   1]                       Length : 1C
[18BAh 6330   2]                     Reserved : 0000
[18BCh 6332   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[18C0h 6336   4]                       Parent : 00000424
[18C4h 6340   4]            ACPI Processor ID : 000000A5
[18C8h 6344   4]      Private Resource Number : 00000002
[18CCh 6348   4]             Private Resource : 00000024
[18D0h 6352   4]             Private Resource : 0000003C

[18D4h 6356   1]                Subtable Type : 00 [Processor Hierarchy Node]
[18D5h 6357   1]                       Length : 1C
[18D6h 6358   2]                     Reserved : 0000
[18D8h 6360   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[18DCh 6364   4]                       Parent : 00000424
[18E0h 6368   4]            ACPI Processor ID : 000000A6
[18E4h 6372   4]      Private Resource Number : 00000002
[18E8h 6376   4]             Private Resource : 00000024
[18ECh 6380   4]             Private Resource : 0000003C

[18F0h 6384   1]                Subtable Type : 00 [Processor Hierarchy Node]
[18F1h 6385   1]                       Length : 1C
[18F2h 6386   2]                     Reserved : 0000
[18F4h 6388   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[18F8h 6392   4]                       Parent : 00000424
[18FCh 6396   4]            ACPI Processor ID : 000000A7
[1900h 6400   4]      Private Resource Number : 00000002
[1904h 6404   4]             Private Resource : 00000024
[1908h 6408   4]             Private Resource : 0000003C

[190Ch 6412   1]                Subtable Type : 00 [Processor Hierarchy Node]
[190Dh 6413   1]                       Length : 1C
[190Eh 6414   2]                     Reserved : 0000
[1910h 6416   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1914h 6420   4]                       Parent : 00000424
[1918h 6424   4]            ACPI Processor ID : 000000A8
[191Ch 6428   4]      Private Resource Number : 00000002
[1920h 6432   4]             Private Resource : 00000024
[1924h 6436   4]             Private Resource : 0000003C

[1928h 6440   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1929h 6441   1]                       Length : 1C
[192Ah 6442   2]                     Reserved : 0000
[192Ch 6444   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1930h 6448   4]                       Parent : 00000424
[1934h 6452   4]            ACPI Processor ID : 000000A9
[1938h 6456   4]      Private Resource Number : 00000002
[193Ch 6460   4]             Private Resource : 00000024
[1940h 6464   4]             Private Resource : 0000003C

[1944h 6468   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1945h 6469   1]                       Length : 1C
[1946h 6470   2]                     Reserved : 0000
[1948h 6472   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[194Ch 6476   4]                       Parent : 0000043C
[1950h 6480   4]            ACPI Processor ID : 000000AA
[1954h 6484   4]      Private Resource Number : 00000002
[1958h 6488   4]             Private Resource : 00000024
[195Ch 6492   4]             Private Resource : 0000003C

[1960h 6496   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1961h 6497   1]                       Length : 1C
[1962h 6498   2]                     Reserved : 0000
[1964h 6500   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1968h 6504   4]                       Parent : 0000043C
[196Ch 6508   4]            ACPI Processor ID : 000000AB
[1970h 6512   4]      Private Resource Number : 00000002
[1974h 6516   4]             Private Resource : 00000024
[1978h 6520   4]             Private Resource : 0000003C

[197Ch 6524   1]                Subtable Type : 00 [Processor Hierarchy Node]
[197Dh 6525   1]                       Length : 1C
[197Eh 6526   2]                     Reserved : 0000
[1980h 6528   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1984h 6532   4]                       Parent : 0000043C
[1988h 6536   4]            ACPI Processor ID : 000000AC
[198Ch 6540   4]      Private Resource Number : 00000002
[1990h 6544   4]             Private Resource : 00000024
[1994h 6548   4]             Private Resource : 0000003C

[1998h 6552   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1999h 6553   1]                       Length : 1C
[199Ah 6554   2]                     Reserved : 0000
[199Ch 6556   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[19A0h 6560   4]                       Parent : 0000043C
[19A4h 6564   4]            ACPI Processor ID : 000000AD
[19A8h 6568   4]      Private Resource Number : 00000002
[19ACh 6572   4]             Private Resource : 00000024
[19B0h 6576   4]             Private Resource : 0000003C

[19B4h 6580   1]                Subtable Type : 00 [Processor Hierarchy Node]
[19B5h 6581   1]                       Length : 1C
[19B6h 6582   2]                     Reserved : 0000
[19B8h 6584   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[19BCh 6588   4]                       Parent : 0000043C
[19C0h 6592   4]            ACPI Processor ID : 000000AE
[19C4h 6596   4]      Private Resource Number : 00000002
[19C8h 6600   4]             Private Resource : 00000024
[19CCh 6604   4]             Private Resource : 0000003C

[19D0h 6608   1]                Subtable Type : 00 [Processor Hierarchy Node]
[19D1h 6609   1]                       Length : 1C
[19D2h 6610   2]                     Reserved : 0000
[19D4h 6612   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[19D8h 6616   4]                       Parent : 00000454
[19DCh 6620   4]            ACPI Processor ID : 000000AF
[19E0h 6624   4]      Private Resource Number : 00000002
[19E4h 6628   4]             Private Resource : 00000024
[19E8h 6632   4]             Private Resource : 0000003C

[19ECh 6636   1]                Subtable Type : 00 [Processor Hierarchy Node]
[19EDh 6637   1]                       Length : 1C
[19EEh 6638   2]                     Reserved : 0000
[19F0h 6640   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[19F4h 6644   4]                       Parent : 00000454
[19F8h 6648   4]            ACPI Processor ID : 000000B0
[19FCh 6652   4]      Private Resource Number : 00000002
[1A00h 6656   4]             Private Resource : 00000024
[1A04h 6660   4]             Private Resource : 0000003C

[1A08h 6664   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1A09h 6665   1]                       Length : 1C
[1A0Ah 6666   2]                     Reserved : 0000
[1A0Ch 6668   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1A10h 6672   4]                       Parent : 00000454
[1A14h 6676   4]            ACPI Processor ID : 000000B1
[1A18h 6680   4]      Private Resource Number : 00000002
[1A1Ch 6684   4]             Private Resource : 00000024
[1A20h 6688   4]             Private Resource : 0000003C

[1A24h 6692   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1A25h 6693   1]                       Length : 1C
[1A26h 6694   2]                     Reserved : 0000
[1A28h 6696   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1A2Ch 6700   4]                       Parent : 00000454
[1A30h 6704   4]            ACPI Processor ID : 000000B2
[1A34h 6708   4]      Private Resource Number : 00000002
[1A38h 6712   4]             Private Resource : 00000024
[1A3Ch 6716   4]             Private Resource : 0000003C

[1A40h 6720   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1A41h 6721   1]                       Length : 1C
[1A42h 6722   2]                     Reserved : 0000
[1A44h 6724   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1A48h 6728   4]                       Parent : 00000454
[1A4Ch 6732   4]            ACPI Processor ID : 000000B3
[1A50h 6736   4]      Private Resource Number : 00000002
[1A54h 6740   4]             Private Resource : 00000024
[1A58h 6744   4]             Private Resource : 0000003C

[1A5Ch 6748   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1A5Dh 6749   1]                       Length : 1C
[1A5Eh 6750   2]                     Reserved : 0000
[1A60h 6752   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1A64h 6756   4]                       Parent : 0000046C
[1A68h 6760   4]            ACPI Processor ID : 000000B4
[1A6Ch 6764   4]      Private Resource Number : 00000002
[1A70h 6768   4]             Private Resource : 00000024
[1A74h 6772   4]             Private Resource : 0000003C

[1A78h 6776   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1A79h 6777   1]                       Length : 1C
[1A7Ah 6778   2]                     Reserved : 0000
[1A7Ch 6780   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1A80h 6784   4]                       Parent : 0000046C
[1A84h 6788   4]            ACPI Processor ID : 000000B5
[1A88h 6792   4]      Private Resource Number : 00000002
[1A8Ch 6796   4]             Private Resource : 00000024
[1A90h 6800   4]             Private Resource : 0000003C

[1A94h 6804   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1A95h 6805   1]                       Length : 1C
[1A96h 6806   2]                     Reserved : 0000
[1A98h 6808   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1A9Ch 6812   4]                       Parent : 0000046C
[1AA0h 6816   4]            ACPI Processor ID : 000000B6
[1AA4h 6820   4]      Private Resource Number : 00000002
[1AA8h 6824   4]             Private Resource : 00000024
[1AACh 6828   4]             Private Resource : 0000003C

[1AB0h 6832   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1AB1h 6833   1]                       Length : 1C
[1AB2h 6834   2]                     Reserved : 0000
[1AB4h 6836   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1AB8h 6840   4]                       Parent : 0000046C
[1ABCh 6844   4]            ACPI Processor ID : 000000B7
[1AC0h 6848   4]      Private Resource Number : 00000002
[1AC4h 6852   4]             Private Resource : 00000024
[1AC8h 6856   4]             Private Resource : 0000003C

[1ACCh 6860   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1ACDh 6861   1]                       Length : 1C
[1ACEh 6862   2]                     Reserved : 0000
[1AD0h 6864   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1AD4h 6868   4]                       Parent : 0000046C
[1AD8h 6872   4]            ACPI Processor ID : 000000B8
[1ADCh 6876   4]      Private Resource Number : 00000002
[1AE0h 6880   4]             Private Resource : 00000024
[1AE4h 6884   4]             Private Resource : 0000003C

[1AE8h 6888   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1AE9h 6889   1]                       Length : 1C
[1AEAh 6890   2]                     Reserved : 0000
[1AECh 6892   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1AF0h 6896   4]                       Parent : 00000484
[1AF4h 6900   4]            ACPI Processor ID : 000000B9
[1AF8h 6904   4]      Private Resource Number : 00000002
[1AFCh 6908   4]             Private Resource : 00000024
[1B00h 6912   4]             Private Resource : 0000003C

[1B04h 6916   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B05h 6917   1]                       Length : 1C
[1B06h 6918   2]                     Reserved : 0000
[1B08h 6920   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1B0Ch 6924   4]                       Parent : 00000484
[1B10h 6928   4]            ACPI Processor ID : 000000BA
[1B14h 6932   4]      Private Resource Number : 00000002
[1B18h 6936   4]             Private Resource : 00000024
[1B1Ch 6940   4]             Private Resource : 0000003C

[1B20h 6944   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B21h 6945   1]                       Length : 1C
[1B22h 6946   2]                     Reserved : 0000
[1B24h 6948   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1B28h 6952   4]                       Parent : 00000484
[1B2Ch 6956   4]            ACPI Processor ID : 000000BB
[1B30h 6960   4]      Private Resource Number : 00000002
[1B34h 6964   4]             Private Resource : 00000024
[1B38h 6968   4]             Private Resource : 0000003C

[1B3Ch 6972   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B3Dh 6973   1]                       Length : 1C
[1B3Eh 6974   2]                     Reserved : 0000
[1B40h 6976   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1B44h 6980   4]                       Parent : 00000484
[1B48h 6984   4]            ACPI Processor ID : 000000BC
[1B4Ch 6988   4]      Private Resource Number : 00000002
[1B50h 6992   4]             Private Resource : 00000024
[1B54h 6996   4]             Private Resource : 0000003C

[1B58h 7000   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B59h 7001   1]                       Length : 1C
[1B5Ah 7002   2]                     Reserved : 0000
[1B5Ch 7004   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1B60h 7008   4]                       Parent : 00000484
[1B64h 7012   4]            ACPI Processor ID : 000000BD
[1B68h 7016   4]      Private Resource Number : 00000002
[1B6Ch 7020   4]             Private Resource : 00000024
[1B70h 7024   4]             Private Resource : 0000003C

[1B74h 7028   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B75h 7029   1]                       Length : 1C
[1B76h 7030   2]                     Reserved : 0000
[1B78h 7032   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1B7Ch 7036   4]                       Parent : 0000049C
[1B80h 7040   4]            ACPI Processor ID : 000000BE
[1B84h 7044   4]      Private Resource Number : 00000002
[1B88h 7048   4]             Private Resource : 00000024
[1B8Ch 7052   4]             Private Resource : 0000003C

[1B90h 7056   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1B91h 7057   1]                       Length : 1C
[1B92h 7058   2]                     Reserved : 0000
[1B94h 7060   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1B98h 7064   4]                       Parent : 0000049C
[1B9Ch 7068   4]            ACPI Processor ID : 000000BF
[1BA0h 7072   4]      Private Resource Number : 00000002
[1BA4h 7076   4]             Private Resource : 00000024
[1BA8h 7080   4]             Private Resource : 0000003C

[1BACh 7084   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1BADh 7085   1]                       Length : 1C
[1BAEh 7086   2]                     Reserved : 0000
[1BB0h 7088   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1BB4h 7092   4]                       Parent : 0000049C
[1BB8h 7096   4]            ACPI Processor ID : 000000C0
[1BBCh 7100   4]      Private Resource Number : 00000002
[1BC0h 7104   4]             Private Resource : 00000024
[1BC4h 7108   4]             Private Resource : 0000003C

[1BC8h 7112   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1BC9h 7113   1]                       Length : 1C
[1BCAh 7114   2]                     Reserved : 0000
[1BCCh 7116   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1BD0h 7120   4]                       Parent : 0000049C
[1BD4h 7124   4]            ACPI Processor ID : 000000C1
[1BD8h 7128   4]      Private Resource Number : 00000002
[1BDCh 7132   4]             Private Resource : 00000024
[1BE0h 7136   4]             Private Resource : 0000003C

[1BE4h 7140   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1BE5h 7141   1]                       Length : 1C
[1BE6h 7142   2]                     Reserved : 0000
[1BE8h 7144   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1BECh 7148   4]                       Parent : 0000049C
[1BF0h 7152   4]            ACPI Processor ID : 000000C2
[1BF4h 7156   4]      Private Resource Number : 00000002
[1BF8h 7160   4]             Private Resource : 00000024
[1BFCh 7164   4]             Private Resource : 0000003C

[1C00h 7168   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C01h 7169   1]                       Length : 1C
[1C02h 7170   2]                     Reserved : 0000
[1C04h 7172   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C08h 7176   4]                       Parent : 000004B4
[1C0Ch 7180   4]            ACPI Processor ID : 000000C3
[1C10h 7184   4]      Private Resource Number : 00000002
[1C14h 7188   4]             Private Resource : 00000024
[1C18h 7192   4]             Private Resource : 0000003C

[1C1Ch 7196   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C1Dh 7197   1]                       Length : 1C
[1C1Eh 7198   2]                     Reserved : 0000
[1C20h 7200   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C24h 7204   4]                       Parent : 000004B4
[1C28h 7208   4]            ACPI Processor ID : 000000C4
[1C2Ch 7212   4]      Private Resource Number : 00000002
[1C30h 7216   4]             Private Resource : 00000024
[1C34h 7220   4]             Private Resource : 0000003C

[1C38h 7224   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C39h 7225   1]                       Length : 1C
[1C3Ah 7226   2]                     Reserved : 0000
[1C3Ch 7228   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C40h 7232   4]                       Parent : 000004B4
[1C44h 7236   4]            ACPI Processor ID : 000000C5
[1C48h 7240   4]      Private Resource Number : 00000002
[1C4Ch 7244   4]             Private Resource : 00000024
[1C50h 7248   4]             Private Resource : 0000003C

[1C54h 7252   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C55h 7253   1]                       Length : 1C
[1C56h 7254   2]                     Reserved : 0000
[1C58h 7256   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C5Ch 7260   4]                       Parent : 000004B4
[1C60h 7264   4]            ACPI Processor ID : 000000C6
[1C64h 7268   4]      Private Resource Number : 00000002
[1C68h 7272   4]             Private Resource : 00000024
[1C6Ch 7276   4]             Private Resource : 0000003C

[1C70h 7280   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C71h 7281   1]                       Length : 1C
[1C72h 7282   2]                     Reserved : 0000
[1C74h 7284   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C78h 7288   4]                       Parent : 000004B4
[1C7Ch 7292   4]            ACPI Processor ID : 000000C7
[1C80h 7296   4]      Private Resource Number : 00000002
[1C84h 7300   4]             Private Resource : 00000024
[1C88h 7304   4]             Private Resource : 0000003C

[1C8Ch 7308   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1C8Dh 7309   1]                       Length : 1C
[1C8Eh 7310   2]                     Reserved : 0000
[1C90h 7312   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1C94h 7316   4]                       Parent : 000004CC
[1C98h 7320   4]            ACPI Processor ID : 000000C8
[1C9Ch 7324   4]      Private Resource Number : 00000002
[1CA0h 7328   4]             Private Resource : 00000024
[1CA4h 7332   4]             Private Resource : 0000003C

[1CA8h 7336   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1CA9h 7337   1]                       Length : 1C
[1CAAh 7338   2]                     Reserved : 0000
[1CACh 7340   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1CB0h 7344   4]                       Parent : 000004CC
[1CB4h 7348   4]            ACPI Processor ID : 000000C9
[1CB8h 7352   4]      Private Resource Number : 00000002
[1CBCh 7356   4]             Private Resource : 00000024
[1CC0h 7360   4]             Private Resource : 0000003C

[1CC4h 7364   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1CC5h 7365   1]                       Length : 1C
[1CC6h 7366   2]                     Reserved : 0000
[1CC8h 7368   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1CCCh 7372   4]                       Parent : 000004CC
[1CD0h 7376   4]            ACPI Processor ID : 000000CA
[1CD4h 7380   4]      Private Resource Number : 00000002
[1CD8h 7384   4]             Private Resource : 00000024
[1CDCh 7388   4]             Private Resource : 0000003C

[1CE0h 7392   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1CE1h 7393   1]                       Length : 1C
[1CE2h 7394   2]                     Reserved : 0000
[1CE4h 7396   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1CE8h 7400   4]                       Parent : 000004CC
[1CECh 7404   4]            ACPI Processor ID : 000000CB
[1CF0h 7408   4]      Private Resource Number : 00000002
[1CF4h 7412   4]             Private Resource : 00000024
[1CF8h 7416   4]             Private Resource : 0000003C

[1CFCh 7420   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1CFDh 7421   1]                       Length : 1C
[1CFEh 7422   2]                     Reserved : 0000
[1D00h 7424   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1D04h 7428   4]                       Parent : 000004CC
[1D08h 7432   4]            ACPI Processor ID : 000000CC
[1D0Ch 7436   4]      Private Resource Number : 00000002
[1D10h 7440   4]             Private Resource : 00000024
[1D14h 7444   4]             Private Resource : 0000003C

[1D18h 7448   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1D19h 7449   1]                       Length : 1C
[1D1Ah 7450   2]                     Reserved : 0000
[1D1Ch 7452   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1D20h 7456   4]                       Parent : 000004E4
[1D24h 7460   4]            ACPI Processor ID : 000000CD
[1D28h 7464   4]      Private Resource Number : 00000002
[1D2Ch 7468   4]             Private Resource : 00000024
[1D30h 7472   4]             Private Resource : 0000003C

[1D34h 7476   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1D35h 7477   1]                       Length : 1C
[1D36h 7478   2]                     Reserved : 0000
[1D38h 7480   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1D3Ch 7484   4]                       Parent : 000004E4
[1D40h 7488   4]            ACPI Processor ID : 000000CE
[1D44h 7492   4]      Private Resource Number : 00000002
[1D48h 7496   4]             Private Resource : 00000024
[1D4Ch 7500   4]             Private Resource : 0000003C

[1D50h 7504   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1D51h 7505   1]                       Length : 1C
[1D52h 7506   2]                     Reserved : 0000
[1D54h 7508   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1D58h 7512   4]                       Parent : 000004E4
[1D5Ch 7516   4]            ACPI Processor ID : 000000CF
[1D60h 7520   4]      Private Resource Number : 00000002
[1D64h 7524   4]             Private Resource : 00000024
[1D68h 7528   4]             Private Resource : 0000003C

[1D6Ch 7532   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1D6Dh 7533   1]                       Length : 1C
[1D6Eh 7534   2]                     Reserved : 0000
[1D70h 7536   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1D74h 7540   4]                       Parent : 000004E4
[1D78h 7544   4]            ACPI Processor ID : 000000D0
[1D7Ch 7548   4]      Private Resource Number : 00000002
[1D80h 7552   4]             Private Resource : 00000024
[1D84h 7556   4]             Private Resource : 0000003C

[1D88h 7560   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1D89h 7561   1]                       Length : 1C
[1D8Ah 7562   2]                     Reserved : 0000
[1D8Ch 7564   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1D90h 7568   4]                       Parent : 000004E4
[1D94h 7572   4]            ACPI Processor ID : 000000D1
[1D98h 7576   4]      Private Resource Number : 00000002
[1D9Ch 7580   4]             Private Resource : 00000024
[1DA0h 7584   4]             Private Resource : 0000003C

[1DA4h 7588   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1DA5h 7589   1]                       Length : 1C
[1DA6h 7590   2]                     Reserved : 0000
[1DA8h 7592   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1DACh 7596   4]                       Parent : 000004FC
[1DB0h 7600   4]            ACPI Processor ID : 000000D2
[1DB4h 7604   4]      Private Resource Number : 00000002
[1DB8h 7608   4]             Private Resource : 00000024
[1DBCh 7612   4]             Private Resource : 0000003C

[1DC0h 7616   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1DC1h 7617   1]                       Length : 1C
[1DC2h 7618   2]                     Reserved : 0000
[1DC4h 7620   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1DC8h 7624   4]                       Parent : 000004FC
[1DCCh 7628   4]            ACPI Processor ID : 000000D3
[1DD0h 7632   4]      Private Resource Number : 00000002
[1DD4h 7636   4]             Private Resource : 00000024
[1DD8h 7640   4]             Private Resource : 0000003C

[1DDCh 7644   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1DDDh 7645   1]                       Length : 1C
[1DDEh 7646   2]                     Reserved : 0000
[1DE0h 7648   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1DE4h 7652   4]                       Parent : 000004FC
[1DE8h 7656   4]            ACPI Processor ID : 000000D4
[1DECh 7660   4]      Private Resource Number : 00000002
[1DF0h 7664   4]             Private Resource : 00000024
[1DF4h 7668   4]             Private Resource : 0000003C

[1DF8h 7672   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1DF9h 7673   1]                       Length : 1C
[1DFAh 7674   2]                     Reserved : 0000
[1DFCh 7676   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1E00h 7680   4]                       Parent : 000004FC
[1E04h 7684   4]            ACPI Processor ID : 000000D5
[1E08h 7688   4]      Private Resource Number : 00000002
[1E0Ch 7692   4]             Private Resource : 00000024
[1E10h 7696   4]             Private Resource : 0000003C

[1E14h 7700   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E15h 7701   1]                       Length : 1C
[1E16h 7702   2]                     Reserved : 0000
[1E18h 7704   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1E1Ch 7708   4]                       Parent : 000004FC
[1E20h 7712   4]            ACPI Processor ID : 000000D6
[1E24h 7716   4]      Private Resource Number : 00000002
[1E28h 7720   4]             Private Resource : 00000024
[1E2Ch 7724   4]             Private Resource : 0000003C

[1E30h 7728   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E31h 7729   1]                       Length : 1C
[1E32h 7730   2]                     Reserved : 0000
[1E34h 7732   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1E38h 7736   4]                       Parent : 00000514
[1E3Ch 7740   4]            ACPI Processor ID : 000000D7
[1E40h 7744   4]      Private Resource Number : 00000002
[1E44h 7748   4]             Private Resource : 00000024
[1E48h 7752   4]             Private Resource : 0000003C

[1E4Ch 7756   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E4Dh 7757   1]                       Length : 1C
[1E4Eh 7758   2]                     Reserved : 0000
[1E50h 7760   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1E54h 7764   4]                       Parent : 00000514
[1E58h 7768   4]            ACPI Processor ID : 000000D8
[1E5Ch 7772   4]      Private Resource Number : 00000002
[1E60h 7776   4]             Private Resource : 00000024
[1E64h 7780   4]             Private Resource : 0000003C

[1E68h 7784   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E69h 7785   1]                       Length : 1C
[1E6Ah 7786   2]                     Reserved : 0000
[1E6Ch 7788   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1E70h 7792   4]                       Parent : 00000514
[1E74h 7796   4]            ACPI Processor ID : 000000D9
[1E78h 7800   4]      Private Resource Number : 00000002
[1E7Ch 7804   4]             Private Resource : 00000024
[1E80h 7808   4]             Private Resource : 0000003C

[1E84h 7812   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1E85h 7813   1]                       Length : 1C
[1E86h 7814   2]                     Reserved : 0000
[1E88h 7816   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1E8Ch 7820   4]                       Parent : 00000514
[1E90h 7824   4]            ACPI Processor ID : 000000DA
[1E94h 7828   4]      Private Resource Number : 00000002
[1E98h 7832   4]             Private Resource : 00000024
[1E9Ch 7836   4]             Private Resource : 0000003C

[1EA0h 7840   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1EA1h 7841   1]                       Length : 1C
[1EA2h 7842   2]                     Reserved : 0000
[1EA4h 7844   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1EA8h 7848   4]                       Parent : 00000514
[1EACh 7852   4]            ACPI Processor ID : 000000DB
[1EB0h 7856   4]      Private Resource Number : 00000002
[1EB4h 7860   4]             Private Resource : 00000024
[1EB8h 7864   4]             Private Resource : 0000003C

[1EBCh 7868   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1EBDh 7869   1]                       Length : 1C
[1EBEh 7870   2]                     Reserved : 0000
[1EC0h 7872   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1EC4h 7876   4]                       Parent : 0000052C
[1EC8h 7880   4]            ACPI Processor ID : 000000DC
[1ECCh 7884   4]      Private Resource Number : 00000002
[1ED0h 7888   4]             Private Resource : 00000024
[1ED4h 7892   4]             Private Resource : 0000003C

[1ED8h 7896   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1ED9h 7897   1]                       Length : 1C
[1EDAh 7898   2]                     Reserved : 0000
[1EDCh 7900   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1EE0h 7904   4]                       Parent : 0000052C
[1EE4h 7908   4]            ACPI Processor ID : 000000DD
[1EE8h 7912   4]      Private Resource Number : 00000002
[1EECh 7916   4]             Private Resource : 00000024
[1EF0h 7920   4]             Private Resource : 0000003C

[1EF4h 7924   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1EF5h 7925   1]                       Length : 1C
[1EF6h 7926   2]                     Reserved : 0000
[1EF8h 7928   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1EFCh 7932   4]                       Parent : 0000052C
[1F00h 7936   4]            ACPI Processor ID : 000000DE
[1F04h 7940   4]      Private Resource Number : 00000002
[1F08h 7944   4]             Private Resource : 00000024
[1F0Ch 7948   4]             Private Resource : 0000003C

[1F10h 7952   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1F11h 7953   1]                       Length : 1C
[1F12h 7954   2]                     Reserved : 0000
[1F14h 7956   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1F18h 7960   4]                       Parent : 0000052C
[1F1Ch 7964   4]            ACPI Processor ID : 000000DF
[1F20h 7968   4]      Private Resource Number : 00000002
[1F24h 7972   4]             Private Resource : 00000024
[1F28h 7976   4]             Private Resource : 0000003C

[1F2Ch 7980   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1F2Dh 7981   1]                       Length : 1C
[1F2Eh 7982   2]                     Reserved : 0000
[1F30h 7984   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1F34h 7988   4]                       Parent : 0000052C
[1F38h 7992   4]            ACPI Processor ID : 000000E0
[1F3Ch 7996   4]      Private Resource Number : 00000002
[1F40h 8000   4]             Private Resource : 00000024
[1F44h 8004   4]             Private Resource : 0000003C

[1F48h 8008   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1F49h 8009   1]                       Length : 1C
[1F4Ah 8010   2]                     Reserved : 0000
[1F4Ch 8012   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1F50h 8016   4]                       Parent : 00000544
[1F54h 8020   4]            ACPI Processor ID : 000000E1
[1F58h 8024   4]      Private Resource Number : 00000002
[1F5Ch 8028   4]             Private Resource : 00000024
[1F60h 8032   4]             Private Resource : 0000003C

[1F64h 8036   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1F65h 8037   1]                       Length : 1C
[1F66h 8038   2]                     Reserved : 0000
[1F68h 8040   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1F6Ch 8044   4]                       Parent : 00000544
[1F70h 8048   4]            ACPI Processor ID : 000000E2
[1F74h 8052   4]      Private Resource Number : 00000002
[1F78h 8056   4]             Private Resource : 00000024
[1F7Ch 8060   4]             Private Resource : 0000003C

[1F80h 8064   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1F81h 8065   1]                       Length : 1C
[1F82h 8066   2]                     Reserved : 0000
[1F84h 8068   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1F88h 8072   4]                       Parent : 00000544
[1F8Ch 8076   4]            ACPI Processor ID : 000000E3
[1F90h 8080   4]      Private Resource Number : 00000002
[1F94h 8084   4]             Private Resource : 00000024
[1F98h 8088   4]             Private Resource : 0000003C

[1F9Ch 8092   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1F9Dh 8093   1]                       Length : 1C
[1F9Eh 8094   2]                     Reserved : 0000
[1FA0h 8096   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1FA4h 8100   4]                       Parent : 00000544
[1FA8h 8104   4]            ACPI Processor ID : 000000E4
[1FACh 8108   4]      Private Resource Number : 00000002
[1FB0h 8112   4]             Private Resource : 00000024
[1FB4h 8116   4]             Private Resource : 0000003C

[1FB8h 8120   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1FB9h 8121   1]                       Length : 1C
[1FBAh 8122   2]                     Reserved : 0000
[1FBCh 8124   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1FC0h 8128   4]                       Parent : 00000544
[1FC4h 8132   4]            ACPI Processor ID : 000000E5
[1FC8h 8136   4]      Private Resource Number : 00000002
[1FCCh 8140   4]             Private Resource : 00000024
[1FD0h 8144   4]             Private Resource : 0000003C

[1FD4h 8148   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1FD5h 8149   1]                       Length : 1C
[1FD6h 8150   2]                     Reserved : 0000
[1FD8h 8152   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1FDCh 8156   4]                       Parent : 0000055C
[1FE0h 8160   4]            ACPI Processor ID : 000000E6
[1FE4h 8164   4]      Private Resource Number : 00000002
[1FE8h 8168   4]             Private Resource : 00000024
[1FECh 8172   4]             Private Resource : 0000003C

[1FF0h 8176   1]                Subtable Type : 00 [Processor Hierarchy Node]
[1FF1h 8177   1]                       Length : 1C
[1FF2h 8178   2]                     Reserved : 0000
[1FF4h 8180   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[1FF8h 8184   4]                       Parent : 0000055C
[1FFCh 8188   4]            ACPI Processor ID : 000000E7
[2000h 8192   4]      Private Resource Number : 00000002
[2004h 8196   4]             Private Resource : 00000024
[2008h 8200   4]             Private Resource : 0000003C

[200Ch 8204   1]                Subtable Type : 00 [Processor Hierarchy Node]
[200Dh 8205   1]                       Length : 1C
[200Eh 8206   2]                     Reserved : 0000
[2010h 8208   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2014h 8212   4]                       Parent : 0000055C
[2018h 8216   4]            ACPI Processor ID : 000000E8
[201Ch 8220   4]      Private Resource Number : 00000002
[2020h 8224   4]             Private Resource : 00000024
[2024h 8228   4]             Private Resource : 0000003C

[2028h 8232   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2029h 8233   1]                       Length : 1C
[202Ah 8234   2]                     Reserved : 0000
[202Ch 8236   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2030h 8240   4]                       Parent : 0000055C
[2034h 8244   4]            ACPI Processor ID : 000000E9
[2038h 8248   4]      Private Resource Number : 00000002
[203Ch 8252   4]             Private Resource : 00000024
[2040h 8256   4]             Private Resource : 0000003C

[2044h 8260   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2045h 8261   1]                       Length : 1C
[2046h 8262   2]                     Reserved : 0000
[2048h 8264   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[204Ch 8268   4]                       Parent : 0000055C
[2050h 8272   4]            ACPI Processor ID : 000000EA
[2054h 8276   4]      Private Resource Number : 00000002
[2058h 8280   4]             Private Resource : 00000024
[205Ch 8284   4]             Private Resource : 0000003C

[2060h 8288   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2061h 8289   1]                       Length : 1C
[2062h 8290   2]                     Reserved : 0000
[2064h 8292   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2068h 8296   4]                       Parent : 00000574
[206Ch 8300   4]            ACPI Processor ID : 000000EB
[2070h 8304   4]      Private Resource Number : 00000002
[2074h 8308   4]             Private Resource : 00000024
[2078h 8312   4]             Private Resource : 0000003C

[207Ch 8316   1]                Subtable Type : 00 [Processor Hierarchy Node]
[207Dh 8317   1]                       Length : 1C
[207Eh 8318   2]                     Reserved : 0000
[2080h 8320   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2084h 8324   4]                       Parent : 00000574
[2088h 8328   4]            ACPI Processor ID : 000000EC
[208Ch 8332   4]      Private Resource Number : 00000002
[2090h 8336   4]             Private Resource : 00000024
[2094h 8340   4]             Private Resource : 0000003C

[2098h 8344   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2099h 8345   1]                       Length : 1C
[209Ah 8346   2]                     Reserved : 0000
[209Ch 8348   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[20A0h 8352   4]                       Parent : 00000574
[20A4h 8356   4]            ACPI Processor ID : 000000ED
[20A8h 8360   4]      Private Resource Number : 00000002
[20ACh 8364   4]             Private Resource : 00000024
[20B0h 8368   4]             Private Resource : 0000003C

[20B4h 8372   1]                Subtable Type : 00 [Processor Hierarchy Node]
[20B5h 8373   1]                       Length : 1C
[20B6h 8374   2]                     Reserved : 0000
[20B8h 8376   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[20BCh 8380   4]                       Parent : 00000574
[20C0h 8384   4]            ACPI Processor ID : 000000EE
[20C4h 8388   4]      Private Resource Number : 00000002
[20C8h 8392   4]             Private Resource : 00000024
[20CCh 8396   4]             Private Resource : 0000003C

[20D0h 8400   1]                Subtable Type : 00 [Processor Hierarchy Node]
[20D1h 8401   1]                       Length : 1C
[20D2h 8402   2]                     Reserved : 0000
[20D4h 8404   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[20D8h 8408   4]                       Parent : 00000574
[20DCh 8412   4]            ACPI Processor ID : 000000EF
[20E0h 8416   4]      Private Resource Number : 00000002
[20E4h 8420   4]             Private Resource : 00000024
[20E8h 8424   4]             Private Resource : 0000003C

[20ECh 8428   1]                Subtable Type : 00 [Processor Hierarchy Node]
[20EDh 8429   1]                       Length : 1C
[20EEh 8430   2]                     Reserved : 0000
[20F0h 8432   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[20F4h 8436   4]                       Parent : 0000058C
[20F8h 8440   4]            ACPI Processor ID : 000000F0
[20FCh 8444   4]      Private Resource Number : 00000002
[2100h 8448   4]             Private Resource : 00000024
[2104h 8452   4]             Private Resource : 0000003C

[2108h 8456   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2109h 8457   1]                       Length : 1C
[210Ah 8458   2]                     Reserved : 0000
[210Ch 8460   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2110h 8464   4]                       Parent : 0000058C
[2114h 8468   4]            ACPI Processor ID : 000000F1
[2118h 8472   4]      Private Resource Number : 00000002
[211Ch 8476   4]             Private Resource : 00000024
[2120h 8480   4]             Private Resource : 0000003C

[2124h 8484   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2125h 8485   1]                       Length : 1C
[2126h 8486   2]                     Reserved : 0000
[2128h 8488   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[212Ch 8492   4]                       Parent : 0000058C
[2130h 8496   4]            ACPI Processor ID : 000000F2
[2134h 8500   4]      Private Resource Number : 00000002
[2138h 8504   4]             Private Resource : 00000024
[213Ch 8508   4]             Private Resource : 0000003C

[2140h 8512   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2141h 8513   1]                       Length : 1C
[2142h 8514   2]                     Reserved : 0000
[2144h 8516   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2148h 8520   4]                       Parent : 0000058C
[214Ch 8524   4]            ACPI Processor ID : 000000F3
[2150h 8528   4]      Private Resource Number : 00000002
[2154h 8532   4]             Private Resource : 00000024
[2158h 8536   4]             Private Resource : 0000003C

[215Ch 8540   1]                Subtable Type : 00 [Processor Hierarchy Node]
[215Dh 8541   1]                       Length : 1C
[215Eh 8542   2]                     Reserved : 0000
[2160h 8544   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2164h 8548   4]                       Parent : 0000058C
[2168h 8552   4]            ACPI Processor ID : 000000F4
[216Ch 8556   4]      Private Resource Number : 00000002
[2170h 8560   4]             Private Resource : 00000024
[2174h 8564   4]             Private Resource : 0000003C

[2178h 8568   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2179h 8569   1]                       Length : 1C
[217Ah 8570   2]                     Reserved : 0000
[217Ch 8572   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2180h 8576   4]                       Parent : 000005A4
[2184h 8580   4]            ACPI Processor ID : 000000F5
[2188h 8584   4]      Private Resource Number : 00000002
[218Ch 8588   4]             Private Resource : 00000024
[2190h 8592   4]             Private Resource : 0000003C

[2194h 8596   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2195h 8597   1]                       Length : 1C
[2196h 8598   2]                     Reserved : 0000
[2198h 8600   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[219Ch 8604   4]                       Parent : 000005A4
[21A0h 8608   4]            ACPI Processor ID : 000000F6
[21A4h 8612   4]      Private Resource Number : 00000002
[21A8h 8616   4]             Private Resource : 00000024
[21ACh 8620   4]             Private Resource : 0000003C

[21B0h 8624   1]                Subtable Type : 00 [Processor Hierarchy Node]
[21B1h 8625   1]                       Length : 1C
[21B2h 8626   2]                     Reserved : 0000
[21B4h 8628   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[21B8h 8632   4]                       Parent : 000005A4
[21BCh 8636   4]            ACPI Processor ID : 000000F7
[21C0h 8640   4]      Private Resource Number : 00000002
[21C4h 8644   4]             Private Resource : 00000024
[21C8h 8648   4]             Private Resource : 0000003C

[21CCh 8652   1]                Subtable Type : 00 [Processor Hierarchy Node]
[21CDh 8653   1]                       Length : 1C
[21CEh 8654   2]                     Reserved : 0000
[21D0h 8656   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[21D4h 8660   4]                       Parent : 000005A4
[21D8h 8664   4]            ACPI Processor ID : 000000F8
[21DCh 8668   4]      Private Resource Number : 00000002
[21E0h 8672   4]             Private Resource : 00000024
[21E4h 8676   4]             Private Resource : 0000003C

[21E8h 8680   1]                Subtable Type : 00 [Processor Hierarchy Node]
[21E9h 8681   1]                       Length : 1C
[21EAh 8682   2]                     Reserved : 0000
[21ECh 8684   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[21F0h 8688   4]                       Parent : 000005A4
[21F4h 8692   4]            ACPI Processor ID : 000000F9
[21F8h 8696   4]      Private Resource Number : 00000002
[21FCh 8700   4]             Private Resource : 00000024
[2200h 8704   4]             Private Resource : 0000003C

[2204h 8708   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2205h 8709   1]                       Length : 1C
[2206h 8710   2]                     Reserved : 0000
[2208h 8712   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[220Ch 8716   4]                       Parent : 000005BC
[2210h 8720   4]            ACPI Processor ID : 000000FA
[2214h 8724   4]      Private Resource Number : 00000002
[2218h 8728   4]             Private Resource : 00000024
[221Ch 8732   4]             Private Resource : 0000003C

[2220h 8736   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2221h 8737   1]                       Length : 1C
[2222h 8738   2]                     Reserved : 0000
[2224h 8740   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2228h 8744   4]                       Parent : 000005BC
[222Ch 8748   4]            ACPI Processor ID : 000000FB
[2230h 8752   4]      Private Resource Number : 00000002
[2234h 8756   4]             Private Resource : 00000024
[2238h 8760   4]             Private Resource : 0000003C

[223Ch 8764   1]                Subtable Type : 00 [Processor Hierarchy Node]
[223Dh 8765   1]                       Length : 1C
[223Eh 8766   2]                     Reserved : 0000
[2240h 8768   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2244h 8772   4]                       Parent : 000005BC
[2248h 8776   4]            ACPI Processor ID : 000000FC
[224Ch 8780   4]      Private Resource Number : 00000002
[2250h 8784   4]             Private Resource : 00000024
[2254h 8788   4]             Private Resource : 0000003C

[2258h 8792   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2259h 8793   1]                       Length : 1C
[225Ah 8794   2]                     Reserved : 0000
[225Ch 8796   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2260h 8800   4]                       Parent : 000005BC
[2264h 8804   4]            ACPI Processor ID : 000000FD
[2268h 8808   4]      Private Resource Number : 00000002
[226Ch 8812   4]             Private Resource : 00000024
[2270h 8816   4]             Private Resource : 0000003C

[2274h 8820   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2275h 8821   1]                       Length : 1C
[2276h 8822   2]                     Reserved : 0000
[2278h 8824   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[227Ch 8828   4]                       Parent : 000005BC
[2280h 8832   4]            ACPI Processor ID : 000000FE
[2284h 8836   4]      Private Resource Number : 00000002
[2288h 8840   4]             Private Resource : 00000024
[228Ch 8844   4]             Private Resource : 0000003C

[2290h 8848   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2291h 8849   1]                       Length : 1C
[2292h 8850   2]                     Reserved : 0000
[2294h 8852   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2298h 8856   4]                       Parent : 000005D4
[229Ch 8860   4]            ACPI Processor ID : 000000FF
[22A0h 8864   4]      Private Resource Number : 00000002
[22A4h 8868   4]             Private Resource : 00000024
[22A8h 8872   4]             Private Resource : 0000003C

[22ACh 8876   1]                Subtable Type : 00 [Processor Hierarchy Node]
[22ADh 8877   1]                       Length : 1C
[22AEh 8878   2]                     Reserved : 0000
[22B0h 8880   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[22B4h 8884   4]                       Parent : 000005D4
[22B8h 8888   4]            ACPI Processor ID : 00000100
[22BCh 8892   4]      Private Resource Number : 00000002
[22C0h 8896   4]             Private Resource : 00000024
[22C4h 8900   4]             Private Resource : 0000003C

[22C8h 8904   1]                Subtable Type : 00 [Processor Hierarchy Node]
[22C9h 8905   1]                       Length : 1C
[22CAh 8906   2]                     Reserved : 0000
[22CCh 8908   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[22D0h 8912   4]                       Parent : 000005D4
[22D4h 8916   4]            ACPI Processor ID : 00000101
[22D8h 8920   4]      Private Resource Number : 00000002
[22DCh 8924   4]             Private Resource : 00000024
[22E0h 8928   4]             Private Resource : 0000003C

[22E4h 8932   1]                Subtable Type : 00 [Processor Hierarchy Node]
[22E5h 8933   1]                       Length : 1C
[22E6h 8934   2]                     Reserved : 0000
[22E8h 8936   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[22ECh 8940   4]                       Parent : 000005D4
[22F0h 8944   4]            ACPI Processor ID : 00000102
[22F4h 8948   4]      Private Resource Number : 00000002
[22F8h 8952   4]             Private Resource : 00000024
[22FCh 8956   4]             Private Resource : 0000003C

[2300h 8960   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2301h 8961   1]                       Length : 1C
[2302h 8962   2]                     Reserved : 0000
[2304h 8964   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2308h 8968   4]                       Parent : 000005D4
[230Ch 8972   4]            ACPI Processor ID : 00000103
[2310h 8976   4]      Private Resource Number : 00000002
[2314h 8980   4]             Private Resource : 00000024
[2318h 8984   4]             Private Resource : 0000003C

[231Ch 8988   1]                Subtable Type : 00 [Processor Hierarchy Node]
[231Dh 8989   1]                       Length : 1C
[231Eh 8990   2]                     Reserved : 0000
[2320h 8992   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2324h 8996   4]                       Parent : 000005EC
[2328h 9000   4]            ACPI Processor ID : 00000104
[232Ch 9004   4]      Private Resource Number : 00000002
[2330h 9008   4]             Private Resource : 00000024
[2334h 9012   4]             Private Resource : 0000003C

[2338h 9016   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2339h 9017   1]                       Length : 1C
[233Ah 9018   2]                     Reserved : 0000
[233Ch 9020   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2340h 9024   4]                       Parent : 000005EC
[2344h 9028   4]            ACPI Processor ID : 00000105
[2348h 9032   4]      Private Resource Number : 00000002
[234Ch 9036   4]             Private Resource : 00000024
[2350h 9040   4]             Private Resource : 0000003C

[2354h 9044   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2355h 9045   1]                       Length : 1C
[2356h 9046   2]                     Reserved : 0000
[2358h 9048   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[235Ch 9052   4]                       Parent : 000005EC
[2360h 9056   4]            ACPI Processor ID : 00000106
[2364h 9060   4]      Private Resource Number : 00000002
[2368h 9064   4]             Private Resource : 00000024
[236Ch 9068   4]             Private Resource : 0000003C

[2370h 9072   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2371h 9073   1]                       Length : 1C
[2372h 9074   2]                     Reserved : 0000
[2374h 9076   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2378h 9080   4]                       Parent : 000005EC
[237Ch 9084   4]            ACPI Processor ID : 00000107
[2380h 9088   4]      Private Resource Number : 00000002
[2384h 9092   4]             Private Resource : 00000024
[2388h 9096   4]             Private Resource : 0000003C

[238Ch 9100   1]                Subtable Type : 00 [Processor Hierarchy Node]
[238Dh 9101   1]                       Length : 1C
[238Eh 9102   2]                     Reserved : 0000
[2390h 9104   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2394h 9108   4]                       Parent : 000005EC
[2398h 9112   4]            ACPI Processor ID : 00000108
[239Ch 9116   4]      Private Resource Number : 00000002
[23A0h 9120   4]             Private Resource : 00000024
[23A4h 9124   4]             Private Resource : 0000003C

[23A8h 9128   1]                Subtable Type : 00 [Processor Hierarchy Node]
[23A9h 9129   1]                       Length : 1C
[23AAh 9130   2]                     Reserved : 0000
[23ACh 9132   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[23B0h 9136   4]                       Parent : 00000604
[23B4h 9140   4]            ACPI Processor ID : 00000109
[23B8h 9144   4]      Private Resource Number : 00000002
[23BCh 9148   4]             Private Resource : 00000024
[23C0h 9152   4]             Private Resource : 0000003C

[23C4h 9156   1]                Subtable Type : 00 [Processor Hierarchy Node]
[23C5h 9157   1]                       Length : 1C
[23C6h 9158   2]                     Reserved : 0000
[23C8h 9160   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[23CCh 9164   4]                       Parent : 00000604
[23D0h 9168   4]            ACPI Processor ID : 0000010A
[23D4h 9172   4]      Private Resource Number : 00000002
[23D8h 9176   4]             Private Resource : 00000024
[23DCh 9180   4]             Private Resource : 0000003C

[23E0h 9184   1]                Subtable Type : 00 [Processor Hierarchy Node]
[23E1h 9185   1]                       Length : 1C
[23E2h 9186   2]                     Reserved : 0000
[23E4h 9188   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[23E8h 9192   4]                       Parent : 00000604
[23ECh 9196   4]            ACPI Processor ID : 0000010B
[23F0h 9200   4]      Private Resource Number : 00000002
[23F4h 9204   4]             Private Resource : 00000024
[23F8h 9208   4]             Private Resource : 0000003C

[23FCh 9212   1]                Subtable Type : 00 [Processor Hierarchy Node]
[23FDh 9213   1]                       Length : 1C
[23FEh 9214   2]                     Reserved : 0000
[2400h 9216   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2404h 9220   4]                       Parent : 00000604
[2408h 9224   4]            ACPI Processor ID : 0000010C
[240Ch 9228   4]      Private Resource Number : 00000002
[2410h 9232   4]             Private Resource : 00000024
[2414h 9236   4]             Private Resource : 0000003C

[2418h 9240   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2419h 9241   1]                       Length : 1C
[241Ah 9242   2]                     Reserved : 0000
[241Ch 9244   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2420h 9248   4]                       Parent : 00000604
[2424h 9252   4]            ACPI Processor ID : 0000010D
[2428h 9256   4]      Private Resource Number : 00000002
[242Ch 9260   4]             Private Resource : 00000024
[2430h 9264   4]             Private Resource : 0000003C

[2434h 9268   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2435h 9269   1]                       Length : 1C
[2436h 9270   2]                     Reserved : 0000
[2438h 9272   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[243Ch 9276   4]                       Parent : 0000061C
[2440h 9280   4]            ACPI Processor ID : 0000010E
[2444h 9284   4]      Private Resource Number : 00000002
[2448h 9288   4]             Private Resource : 00000024
[244Ch 9292   4]             Private Resource : 0000003C

[2450h 9296   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2451h 9297   1]                       Length : 1C
[2452h 9298   2]                     Reserved : 0000
[2454h 9300   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2458h 9304   4]                       Parent : 0000061C
[245Ch 9308   4]            ACPI Processor ID : 0000010F
[2460h 9312   4]      Private Resource Number : 00000002
[2464h 9316   4]             Private Resource : 00000024
[2468h 9320   4]             Private Resource : 0000003C

[246Ch 9324   1]                Subtable Type : 00 [Processor Hierarchy Node]
[246Dh 9325   1]                       Length : 1C
[246Eh 9326   2]                     Reserved : 0000
[2470h 9328   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2474h 9332   4]                       Parent : 0000061C
[2478h 9336   4]            ACPI Processor ID : 00000110
[247Ch 9340   4]      Private Resource Number : 00000002
[2480h 9344   4]             Private Resource : 00000024
[2484h 9348   4]             Private Resource : 0000003C

[2488h 9352   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2489h 9353   1]                       Length : 1C
[248Ah 9354   2]                     Reserved : 0000
[248Ch 9356   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2490h 9360   4]                       Parent : 0000061C
[2494h 9364   4]            ACPI Processor ID : 00000111
[2498h 9368   4]      Private Resource Number : 00000002
[249Ch 9372   4]             Private Resource : 00000024
[24A0h 9376   4]             Private Resource : 0000003C

[24A4h 9380   1]                Subtable Type : 00 [Processor Hierarchy Node]
[24A5h 9381   1]                       Length : 1C
[24A6h 9382   2]                     Reserved : 0000
[24A8h 9384   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[24ACh 9388   4]                       Parent : 0000061C
[24B0h 9392   4]            ACPI Processor ID : 00000112
[24B4h 9396   4]      Private Resource Number : 00000002
[24B8h 9400   4]             Private Resource : 00000024
[24BCh 9404   4]             Private Resource : 0000003C

[24C0h 9408   1]                Subtable Type : 00 [Processor Hierarchy Node]
[24C1h 9409   1]                       Length : 1C
[24C2h 9410   2]                     Reserved : 0000
[24C4h 9412   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[24C8h 9416   4]                       Parent : 00000634
[24CCh 9420   4]            ACPI Processor ID : 00000113
[24D0h 9424   4]      Private Resource Number : 00000002
[24D4h 9428   4]             Private Resource : 00000024
[24D8h 9432   4]             Private Resource : 0000003C

[24DCh 9436   1]                Subtable Type : 00 [Processor Hierarchy Node]
[24DDh 9437   1]                       Length : 1C
[24DEh 9438   2]                     Reserved : 0000
[24E0h 9440   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[24E4h 9444   4]                       Parent : 00000634
[24E8h 9448   4]            ACPI Processor ID : 00000114
[24ECh 9452   4]      Private Resource Number : 00000002
[24F0h 9456   4]             Private Resource : 00000024
[24F4h 9460   4]             Private Resource : 0000003C

[24F8h 9464   1]                Subtable Type : 00 [Processor Hierarchy Node]
[24F9h 9465   1]                       Length : 1C
[24FAh 9466   2]                     Reserved : 0000
[24FCh 9468   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2500h 9472   4]                       Parent : 00000634
[2504h 9476   4]            ACPI Processor ID : 00000115
[2508h 9480   4]      Private Resource Number : 00000002
[250Ch 9484   4]             Private Resource : 00000024
[2510h 9488   4]             Private Resource : 0000003C

[2514h 9492   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2515h 9493   1]                       Length : 1C
[2516h 9494   2]                     Reserved : 0000
[2518h 9496   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[251Ch 9500   4]                       Parent : 00000634
[2520h 9504   4]            ACPI Processor ID : 00000116
[2524h 9508   4]      Private Resource Number : 00000002
[2528h 9512   4]             Private Resource : 00000024
[252Ch 9516   4]             Private Resource : 0000003C

[2530h 9520   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2531h 9521   1]                       Length : 1C
[2532h 9522   2]                     Reserved : 0000
[2534h 9524   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2538h 9528   4]                       Parent : 00000634
[253Ch 9532   4]            ACPI Processor ID : 00000117
[2540h 9536   4]      Private Resource Number : 00000002
[2544h 9540   4]             Private Resource : 00000024
[2548h 9544   4]             Private Resource : 0000003C

[254Ch 9548   1]                Subtable Type : 00 [Processor Hierarchy Node]
[254Dh 9549   1]                       Length : 1C
[254Eh 9550   2]                     Reserved : 0000
[2550h 9552   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2554h 9556   4]                       Parent : 0000064C
[2558h 9560   4]            ACPI Processor ID : 00000118
[255Ch 9564   4]      Private Resource Number : 00000002
[2560h 9568   4]             Private Resource : 00000024
[2564h 9572   4]             Private Resource : 0000003C

[2568h 9576   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2569h 9577   1]                       Length : 1C
[256Ah 9578   2]                     Reserved : 0000
[256Ch 9580   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2570h 9584   4]                       Parent : 0000064C
[2574h 9588   4]            ACPI Processor ID : 00000119
[2578h 9592   4]      Private Resource Number : 00000002
[257Ch 9596   4]             Private Resource : 00000024
[2580h 9600   4]             Private Resource : 0000003C

[2584h 9604   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2585h 9605   1]                       Length : 1C
[2586h 9606   2]                     Reserved : 0000
[2588h 9608   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[258Ch 9612   4]                       Parent : 0000064C
[2590h 9616   4]            ACPI Processor ID : 0000011A
[2594h 9620   4]      Private Resource Number : 00000002
[2598h 9624   4]             Private Resource : 00000024
[259Ch 9628   4]             Private Resource : 0000003C

[25A0h 9632   1]                Subtable Type : 00 [Processor Hierarchy Node]
[25A1h 9633   1]                       Length : 1C
[25A2h 9634   2]                     Reserved : 0000
[25A4h 9636   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[25A8h 9640   4]                       Parent : 0000064C
[25ACh 9644   4]            ACPI Processor ID : 0000011B
[25B0h 9648   4]      Private Resource Number : 00000002
[25B4h 9652   4]             Private Resource : 00000024
[25B8h 9656   4]             Private Resource : 0000003C

[25BCh 9660   1]                Subtable Type : 00 [Processor Hierarchy Node]
[25BDh 9661   1]                       Length : 1C
[25BEh 9662   2]                     Reserved : 0000
[25C0h 9664   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[25C4h 9668   4]                       Parent : 0000064C
[25C8h 9672   4]            ACPI Processor ID : 0000011C
[25CCh 9676   4]      Private Resource Number : 00000002
[25D0h 9680   4]             Private Resource : 00000024
[25D4h 9684   4]             Private Resource : 0000003C

[25D8h 9688   1]                Subtable Type : 00 [Processor Hierarchy Node]
[25D9h 9689   1]                       Length : 1C
[25DAh 9690   2]                     Reserved : 0000
[25DCh 9692   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[25E0h 9696   4]                       Parent : 00000664
[25E4h 9700   4]            ACPI Processor ID : 0000011D
[25E8h 9704   4]      Private Resource Number : 00000002
[25ECh 9708   4]             Private Resource : 00000024
[25F0h 9712   4]             Private Resource : 0000003C

[25F4h 9716   1]                Subtable Type : 00 [Processor Hierarchy Node]
[25F5h 9717   1]                       Length : 1C
[25F6h 9718   2]                     Reserved : 0000
[25F8h 9720   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[25FCh 9724   4]                       Parent : 00000664
[2600h 9728   4]            ACPI Processor ID : 0000011E
[2604h 9732   4]      Private Resource Number : 00000002
[2608h 9736   4]             Private Resource : 00000024
[260Ch 9740   4]             Private Resource : 0000003C

[2610h 9744   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2611h 9745   1]                       Length : 1C
[2612h 9746   2]                     Reserved : 0000
[2614h 9748   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2618h 9752   4]                       Parent : 00000664
[261Ch 9756   4]            ACPI Processor ID : 0000011F
[2620h 9760   4]      Private Resource Number : 00000002
[2624h 9764   4]             Private Resource : 00000024
[2628h 9768   4]             Private Resource : 0000003C

[262Ch 9772   1]                Subtable Type : 00 [Processor Hierarchy Node]
[262Dh 9773   1]                       Length : 1C
[262Eh 9774   2]                     Reserved : 0000
[2630h 9776   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2634h 9780   4]                       Parent : 00000664
[2638h 9784   4]            ACPI Processor ID : 00000120
[263Ch 9788   4]      Private Resource Number : 00000002
[2640h 9792   4]             Private Resource : 00000024
[2644h 9796   4]             Private Resource : 0000003C

[2648h 9800   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2649h 9801   1]                       Length : 1C
[264Ah 9802   2]                     Reserved : 0000
[264Ch 9804   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2650h 9808   4]                       Parent : 00000664
[2654h 9812   4]            ACPI Processor ID : 00000121
[2658h 9816   4]      Private Resource Number : 00000002
[265Ch 9820   4]             Private Resource : 00000024
[2660h 9824   4]             Private Resource : 0000003C

[2664h 9828   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2665h 9829   1]                       Length : 1C
[2666h 9830   2]                     Reserved : 0000
[2668h 9832   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[266Ch 9836   4]                       Parent : 0000067C
[2670h 9840   4]            ACPI Processor ID : 00000122
[2674h 9844   4]      Private Resource Number : 00000002
[2678h 9848   4]             Private Resource : 00000024
[267Ch 9852   4]             Private Resource : 0000003C

[2680h 9856   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2681h 9857   1]                       Length : 1C
[2682h 9858   2]                     Reserved : 0000
[2684h 9860   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2688h 9864   4]                       Parent : 0000067C
[268Ch 9868   4]            ACPI Processor ID : 00000123
[2690h 9872   4]      Private Resource Number : 00000002
[2694h 9876   4]             Private Resource : 00000024
[2698h 9880   4]             Private Resource : 0000003C

[269Ch 9884   1]                Subtable Type : 00 [Processor Hierarchy Node]
[269Dh 9885   1]                       Length : 1C
[269Eh 9886   2]                     Reserved : 0000
[26A0h 9888   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[26A4h 9892   4]                       Parent : 0000067C
[26A8h 9896   4]            ACPI Processor ID : 00000124
[26ACh 9900   4]      Private Resource Number : 00000002
[26B0h 9904   4]             Private Resource : 00000024
[26B4h 9908   4]             Private Resource : 0000003C

[26B8h 9912   1]                Subtable Type : 00 [Processor Hierarchy Node]
[26B9h 9913   1]                       Length : 1C
[26BAh 9914   2]                     Reserved : 0000
[26BCh 9916   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[26C0h 9920   4]                       Parent : 0000067C
[26C4h 9924   4]            ACPI Processor ID : 00000125
[26C8h 9928   4]      Private Resource Number : 00000002
[26CCh 9932   4]             Private Resource : 00000024
[26D0h 9936   4]             Private Resource : 0000003C

[26D4h 9940   1]                Subtable Type : 00 [Processor Hierarchy Node]
[26D5h 9941   1]                       Length : 1C
[26D6h 9942   2]                     Reserved : 0000
[26D8h 9944   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[26DCh 9948   4]                       Parent : 0000067C
[26E0h 9952   4]            ACPI Processor ID : 00000126
[26E4h 9956   4]      Private Resource Number : 00000002
[26E8h 9960   4]             Private Resource : 00000024
[26ECh 9964   4]             Private Resource : 0000003C

[26F0h 9968   1]                Subtable Type : 00 [Processor Hierarchy Node]
[26F1h 9969   1]                       Length : 1C
[26F2h 9970   2]                     Reserved : 0000
[26F4h 9972   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[26F8h 9976   4]                       Parent : 00000694
[26FCh 9980   4]            ACPI Processor ID : 00000127
[2700h 9984   4]      Private Resource Number : 00000002
[2704h 9988   4]             Private Resource : 00000024
[2708h 9992   4]             Private Resource : 0000003C

[270Ch 9996   1]                Subtable Type : 00 [Processor Hierarchy Node]
[270Dh 9997   1]                       Length : 1C
[270Eh 9998   2]                     Reserved : 0000
[2710h 10000   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2714h 10004   4]                       Parent : 00000694
[2718h 10008   4]            ACPI Processor ID : 00000128
[271Ch 10012   4]      Private Resource Number : 00000002
[2720h 10016   4]             Private Resource : 00000024
[2724h 10020   4]             Private Resource : 0000003C

[2728h 10024   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2729h 10025   1]                       Length : 1C
[272Ah 10026   2]                     Reserved : 0000
[272Ch 10028   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2730h 10032   4]                       Parent : 00000694
[2734h 10036   4]            ACPI Processor ID : 00000129
[2738h 10040   4]      Private Resource Number : 00000002
[273Ch 10044   4]             Private Resource : 00000024
[2740h 10048   4]             Private Resource : 0000003C

[2744h 10052   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2745h 10053   1]                       Length : 1C
[2746h 10054   2]                     Reserved : 0000
[2748h 10056   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[274Ch 10060   4]                       Parent : 00000694
[2750h 10064   4]            ACPI Processor ID : 0000012A
[2754h 10068   4]      Private Resource Number : 00000002
[2758h 10072   4]             Private Resource : 00000024
[275Ch 10076   4]             Private Resource : 0000003C

[2760h 10080   1]                Subtable Type : 00 [Processor Hierarchy Node]
[2761h 10081   1]                       Length : 1C
[2762h 10082   2]                     Reserved : 0000
[2764h 10084   4]        Flags (decoded below) : 0000000A
                            Physical package : 0
                     ACPI Processor ID valid : 1
                       Processor is a thread : 0
                              Node is a leaf : 1
                    Identical Implementation : 0
[2768h 10088   4]                       Parent : 00000694
[276Ch 10092   4]            ACPI Processor ID : 0000012B
[2770h 10096   4]      Private Resource Number : 00000002
[2774h 10100   4]             Private Resource : 00000024
[2778h 10104   4]             Private Resource : 0000003C
