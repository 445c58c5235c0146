[000h 0000   4]                    Signature : "SRAT"    [System Resource Affinity Table]
[004h 0004   4]                 Table Length : 00001858
[008h 0008   1]                     Revision : 03
[009h 0009   1]                     Checksum : 88
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   4]               Table Revision : 00000001
[028h 0040   8]                     Reserved : 0000000000000000

[030h 0048   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[031h 0049   1]                       Length : 10

[032h 0050   1]      Proximity Domain Low(8) : 00
[033h 0051   1]                      Apic ID : 00
[034h 0052   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[038h 0056   1]              Local Sapic EID : 00
[039h 0057   3]    Proximity Domain High(24) : 000000
[03Ch 0060   4]                 Clock Domain : 00000000

[040h 0064   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[041h 0065   1]                       Length : 10

[042h 0066   1]      Proximity Domain Low(8) : 00
[043h 0067   1]                      Apic ID : 01
[044h 0068   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[048h 0072   1]              Local Sapic EID : 00
[049h 0073   3]    Proximity Domain High(24) : 000000
[04Ch 0076   4]                 Clock Domain : 00000000

[050h 0080   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[051h 0081   1]                       Length : 10

[052h 0082   1]      Proximity Domain Low(8) : 00
[053h 0083   1]                      Apic ID : 02
[054h 0084   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[058h 0088   1]              Local Sapic EID : 00
[059h 0089   3]    Proximity Domain High(24) : 000000
[05Ch 0092   4]                 Clock Domain : 00000000

[060h 0096   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[061h 0097   1]                       Length : 10

[062h 0098   1]      Proximity Domain Low(8) : 00
[063h 0099   1]                      Apic ID : 03
[064h 0100   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[068h 0104   1]              Local Sapic EID : 00
[069h 0105   3]    Proximity Domain High(24) : 000000
[06Ch 0108   4]                 Clock Domain : 00000000

[070h 0112   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[071h 0113   1]                       Length : 10

[072h 0114   1]      Proximity Domain Low(8) : 00
[073h 0115   1]                      Apic ID : 04
[074h 0116   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[078h 0120   1]              Local Sapic EID : 00
[079h 0121   3]    Proximity Domain High(24) : 000000
[07Ch 0124   4]                 Clock Domain : 00000000

[080h 0128   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[081h 0129   1]                       Length : 10

[082h 0130   1]      Proximity Domain Low(8) : 00
[083h 0131   1]                      Apic ID : 05
[084h 0132   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[088h 0136   1]              Local Sapic EID : 00
[089h 0137   3]    Proximity Domain High(24) : 000000
[08Ch 0140   4]                 Clock Domain : 00000000

[090h 0144   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[091h 0145   1]                       Length : 10

[092h 0146   1]      Proximity Domain Low(8) : 00
[093h 0147   1]                      Apic ID : 06
[094h 0148   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[098h 0152   1]              Local Sapic EID : 00
[099h 0153   3]    Proximity Domain High(24) : 000000
[09Ch 0156   4]                 Clock Domain : 00000000

[0A0h 0160   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[0A1h 0161   1]                       Length : 10

[0A2h 0162   1]      Proximity Domain Low(8) : 00
[0A3h 0163   1]                      Apic ID : 07
[0A4h 0164   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0A8h 0168   1]              Local Sapic EID : 00
[0A9h 0169   3]    Proximity Domain High(24) : 000000
[0ACh 0172   4]                 Clock Domain : 00000000

[0B0h 0176   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[0B1h 0177   1]                       Length : 10

[0B2h 0178   1]      Proximity Domain Low(8) : 00
[0B3h 0179   1]                      Apic ID : 08
[0B4h 0180   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0B8h 0184   1]              Local Sapic EID : 00
[0B9h 0185   3]    Proximity Domain High(24) : 000000
[0BCh 0188   4]                 Clock Domain : 00000000

[0C0h 0192   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[0C1h 0193   1]                       Length : 10

[0C2h 0194   1]      Proximity Domain Low(8) : 00
[0C3h 0195   1]                      Apic ID : 09
[0C4h 0196   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0C8h 0200   1]              Local Sapic EID : 00
[0C9h 0201   3]    Proximity Domain High(24) : 000000
[0CCh 0204   4]                 Clock Domain : 00000000

[0D0h 0208   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[0D1h 0209   1]                       Length : 10

[0D2h 0210   1]      Proximity Domain Low(8) : 00
[0D3h 0211   1]                      Apic ID : 0A
[0D4h 0212   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0D8h 0216   1]              Local Sapic EID : 00
[0D9h 0217   3]    Proximity Domain High(24) : 000000
[0DCh 0220   4]                 Clock Domain : 00000000

[0E0h 0224   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[0E1h 0225   1]                       Length : 10

[0E2h 0226   1]      Proximity Domain Low(8) : 00
[0E3h 0227   1]                      Apic ID : 0B
[0E4h 0228   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0E8h 0232   1]              Local Sapic EID : 00
[0E9h 0233   3]    Proximity Domain High(24) : 000000
[0ECh 0236   4]                 Clock Domain : 00000000

[0F0h 0240   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[0F1h 0241   1]                       Length : 10

[0F2h 0242   1]      Proximity Domain Low(8) : 00
[0F3h 0243   1]                      Apic ID : 0C
[0F4h 0244   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0F8h 0248   1]              Local Sapic EID : 00
[0F9h 0249   3]    Proximity Domain High(24) : 000000
[0FCh 0252   4]                 Clock Domain : 00000000

[100h 0256   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[101h 0257   1]                       Length : 10

[102h 0258   1]      Proximity Domain Low(8) : 00
[103h 0259   1]                      Apic ID : 0D
[104h 0260   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[108h 0264   1]              Local Sapic EID : 00
[109h 0265   3]    Proximity Domain High(24) : 000000
[10Ch 0268   4]                 Clock Domain : 00000000

[110h 0272   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[111h 0273   1]                       Length : 10

[112h 0274   1]      Proximity Domain Low(8) : 00
[113h 0275   1]                      Apic ID : 0E
[114h 0276   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[118h 0280   1]              Local Sapic EID : 00
[119h 0281   3]    Proximity Domain High(24) : 000000
[11Ch 0284   4]                 Clock Domain : 00000000

[120h 0288   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[121h 0289   1]                       Length : 10

[122h 0290   1]      Proximity Domain Low(8) : 00
[123h 0291   1]                      Apic ID : 0F
[124h 0292   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[128h 0296   1]              Local Sapic EID : 00
[129h 0297   3]    Proximity Domain High(24) : 000000
[12Ch 0300   4]                 Clock Domain : 00000000

[130h 0304   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[131h 0305   1]                       Length : 10

[132h 0306   1]      Proximity Domain Low(8) : 00
[133h 0307   1]                      Apic ID : 10
[134h 0308   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[138h 0312   1]              Local Sapic EID : 00
[139h 0313   3]    Proximity Domain High(24) : 000000
[13Ch 0316   4]                 Clock Domain : 00000000

[140h 0320   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[141h 0321   1]                       Length : 10

[142h 0322   1]      Proximity Domain Low(8) : 00
[143h 0323   1]                      Apic ID : 11
[144h 0324   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[148h 0328   1]              Local Sapic EID : 00
[149h 0329   3]    Proximity Domain High(24) : 000000
[14Ch 0332   4]                 Clock Domain : 00000000

[150h 0336   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[151h 0337   1]                       Length : 10

[152h 0338   1]      Proximity Domain Low(8) : 00
[153h 0339   1]                      Apic ID : 12
[154h 0340   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[158h 0344   1]              Local Sapic EID : 00
[159h 0345   3]    Proximity Domain High(24) : 000000
[15Ch 0348   4]                 Clock Domain : 00000000

[160h 0352   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[161h 0353   1]                       Length : 10

[162h 0354   1]      Proximity Domain Low(8) : 00
[163h 0355   1]                      Apic ID : 13
[164h 0356   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[168h 0360   1]              Local Sapic EID : 00
[169h 0361   3]    Proximity Domain High(24) : 000000
[16Ch 0364   4]                 Clock Domain : 00000000

[170h 0368   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[171h 0369   1]                       Length : 10

[172h 0370   1]      Proximity Domain Low(8) : 00
[173h 0371   1]                      Apic ID : 14
[174h 0372   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[178h 0376   1]              Local Sapic EID : 00
[179h 0377   3]    Proximity Domain High(24) : 000000
[17Ch 0380   4]                 Clock Domain : 00000000

[180h 0384   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[181h 0385   1]                       Length : 10

[182h 0386   1]      Proximity Domain Low(8) : 00
[183h 0387   1]                      Apic ID : 15
[184h 0388   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[188h 0392   1]              Local Sapic EID : 00
[189h 0393   3]    Proximity Domain High(24) : 000000
[18Ch 0396   4]                 Clock Domain : 00000000

[190h 0400   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[191h 0401   1]                       Length : 10

[192h 0402   1]      Proximity Domain Low(8) : 00
[193h 0403   1]                      Apic ID : 16
[194h 0404   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[198h 0408   1]              Local Sapic EID : 00
[199h 0409   3]    Proximity Domain High(24) : 000000
[19Ch 0412   4]                 Clock Domain : 00000000

[1A0h 0416   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[1A1h 0417   1]                       Length : 10

[1A2h 0418   1]      Proximity Domain Low(8) : 00
[1A3h 0419   1]                      Apic ID : 17
[1A4h 0420   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1A8h 0424   1]              Local Sapic EID : 00
[1A9h 0425   3]    Proximity Domain High(24) : 000000
[1ACh 0428   4]                 Clock Domain : 00000000

[1B0h 0432   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[1B1h 0433   1]                       Length : 10

[1B2h 0434   1]      Proximity Domain Low(8) : 00
[1B3h 0435   1]                      Apic ID : 18
[1B4h 0436   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1B8h 0440   1]              Local Sapic EID : 00
[1B9h 0441   3]    Proximity Domain High(24) : 000000
[1BCh 0444   4]                 Clock Domain : 00000000

[1C0h 0448   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[1C1h 0449   1]                       Length : 10

[1C2h 0450   1]      Proximity Domain Low(8) : 00
[1C3h 0451   1]                      Apic ID : 19
[1C4h 0452   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1C8h 0456   1]              Local Sapic EID : 00
[1C9h 0457   3]    Proximity Domain High(24) : 000000
[1CCh 0460   4]                 Clock Domain : 00000000

[1D0h 0464   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[1D1h 0465   1]                       Length : 10

[1D2h 0466   1]      Proximity Domain Low(8) : 00
[1D3h 0467   1]                      Apic ID : 1A
[1D4h 0468   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1D8h 0472   1]              Local Sapic EID : 00
[1D9h 0473   3]    Proximity Domain High(24) : 000000
[1DCh 0476   4]                 Clock Domain : 00000000

[1E0h 0480   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[1E1h 0481   1]                       Length : 10

[1E2h 0482   1]      Proximity Domain Low(8) : 00
[1E3h 0483   1]                      Apic ID : 1B
[1E4h 0484   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1E8h 0488   1]              Local Sapic EID : 00
[1E9h 0489   3]    Proximity Domain High(24) : 000000
[1ECh 0492   4]                 Clock Domain : 00000000

[1F0h 0496   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[1F1h 0497   1]                       Length : 10

[1F2h 0498   1]      Proximity Domain Low(8) : 00
[1F3h 0499   1]                      Apic ID : 1C
[1F4h 0500   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1F8h 0504   1]              Local Sapic EID : 00
[1F9h 0505   3]    Proximity Domain High(24) : 000000
[1FCh 0508   4]                 Clock Domain : 00000000

[200h 0512   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[201h 0513   1]                       Length : 10

[202h 0514   1]      Proximity Domain Low(8) : 00
[203h 0515   1]                      Apic ID : 1D
[204h 0516   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[208h 0520   1]              Local Sapic EID : 00
[209h 0521   3]    Proximity Domain High(24) : 000000
[20Ch 0524   4]                 Clock Domain : 00000000

[210h 0528   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[211h 0529   1]                       Length : 10

[212h 0530   1]      Proximity Domain Low(8) : 00
[213h 0531   1]                      Apic ID : 1E
[214h 0532   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[218h 0536   1]              Local Sapic EID : 00
[219h 0537   3]    Proximity Domain High(24) : 000000
[21Ch 0540   4]                 Clock Domain : 00000000

[220h 0544   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[221h 0545   1]                       Length : 10

[222h 0546   1]      Proximity Domain Low(8) : 00
[223h 0547   1]                      Apic ID : 1F
[224h 0548   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[228h 0552   1]              Local Sapic EID : 00
[229h 0553   3]    Proximity Domain High(24) : 000000
[22Ch 0556   4]                 Clock Domain : 00000000

[230h 0560   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[231h 0561   1]                       Length : 10

[232h 0562   1]      Proximity Domain Low(8) : 00
[233h 0563   1]                      Apic ID : 20
[234h 0564   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[238h 0568   1]              Local Sapic EID : 00
[239h 0569   3]    Proximity Domain High(24) : 000000
[23Ch 0572   4]                 Clock Domain : 00000000

[240h 0576   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[241h 0577   1]                       Length : 10

[242h 0578   1]      Proximity Domain Low(8) : 00
[243h 0579   1]                      Apic ID : 21
[244h 0580   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[248h 0584   1]              Local Sapic EID : 00
[249h 0585   3]    Proximity Domain High(24) : 000000
[24Ch 0588   4]                 Clock Domain : 00000000

[250h 0592   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[251h 0593   1]                       Length : 10

[252h 0594   1]      Proximity Domain Low(8) : 00
[253h 0595   1]                      Apic ID : 22
[254h 0596   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[258h 0600   1]              Local Sapic EID : 00
[259h 0601   3]    Proximity Domain High(24) : 000000
[25Ch 0604   4]                 Clock Domain : 00000000

[260h 0608   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[261h 0609   1]                       Length : 10

[262h 0610   1]      Proximity Domain Low(8) : 00
[263h 0611   1]                      Apic ID : 23
[264h 0612   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[268h 0616   1]              Local Sapic EID : 00
[269h 0617   3]    Proximity Domain High(24) : 000000
[26Ch 0620   4]                 Clock Domain : 00000000

[270h 0624   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[271h 0625   1]                       Length : 10

[272h 0626   1]      Proximity Domain Low(8) : 00
[273h 0627   1]                      Apic ID : 24
[274h 0628   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[278h 0632   1]              Local Sapic EID : 00
[279h 0633   3]    Proximity Domain High(24) : 000000
[27Ch 0636   4]                 Clock Domain : 00000000

[280h 0640   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[281h 0641   1]                       Length : 10

[282h 0642   1]      Proximity Domain Low(8) : 00
[283h 0643   1]                      Apic ID : 25
[284h 0644   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[288h 0648   1]              Local Sapic EID : 00
[289h 0649   3]    Proximity Domain High(24) : 000000
[28Ch 0652   4]                 Clock Domain : 00000000

[290h 0656   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[291h 0657   1]                       Length : 10

[292h 0658   1]      Proximity Domain Low(8) : 00
[293h 0659   1]                      Apic ID : 26
[294h 0660   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[298h 0664   1]              Local Sapic EID : 00
[299h 0665   3]    Proximity Domain High(24) : 000000
[29Ch 0668   4]                 Clock Domain : 00000000

[2A0h 0672   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[2A1h 0673   1]                       Length : 10

[2A2h 0674   1]      Proximity Domain Low(8) : 00
[2A3h 0675   1]                      Apic ID : 27
[2A4h 0676   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2A8h 0680   1]              Local Sapic EID : 00
[2A9h 0681   3]    Proximity Domain High(24) : 000000
[2ACh 0684   4]                 Clock Domain : 00000000

[2B0h 0688   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[2B1h 0689   1]                       Length : 10

[2B2h 0690   1]      Proximity Domain Low(8) : 00
[2B3h 0691   1]                      Apic ID : 28
[2B4h 0692   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2B8h 0696   1]              Local Sapic EID : 00
[2B9h 0697   3]    Proximity Domain High(24) : 000000
[2BCh 0700   4]                 Clock Domain : 00000000

[2C0h 0704   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[2C1h 0705   1]                       Length : 10

[2C2h 0706   1]      Proximity Domain Low(8) : 00
[2C3h 0707   1]                      Apic ID : 29
[2C4h 0708   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2C8h 0712   1]              Local Sapic EID : 00
[2C9h 0713   3]    Proximity Domain High(24) : 000000
[2CCh 0716   4]                 Clock Domain : 00000000

[2D0h 0720   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[2D1h 0721   1]                       Length : 10

[2D2h 0722   1]      Proximity Domain Low(8) : 00
[2D3h 0723   1]                      Apic ID : 2A
[2D4h 0724   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2D8h 0728   1]              Local Sapic EID : 00
[2D9h 0729   3]    Proximity Domain High(24) : 000000
[2DCh 0732   4]                 Clock Domain : 00000000

[2E0h 0736   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[2E1h 0737   1]                       Length : 10

[2E2h 0738   1]      Proximity Domain Low(8) : 00
[2E3h 0739   1]                      Apic ID : 2B
[2E4h 0740   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2E8h 0744   1]              Local Sapic EID : 00
[2E9h 0745   3]    Proximity Domain High(24) : 000000
[2ECh 0748   4]                 Clock Domain : 00000000

[2F0h 0752   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[2F1h 0753   1]                       Length : 10

[2F2h 0754   1]      Proximity Domain Low(8) : 00
[2F3h 0755   1]                      Apic ID : 2C
[2F4h 0756   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2F8h 0760   1]              Local Sapic EID : 00
[2F9h 0761   3]    Proximity Domain High(24) : 000000
[2FCh 0764   4]                 Clock Domain : 00000000

[300h 0768   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[301h 0769   1]                       Length : 10

[302h 0770   1]      Proximity Domain Low(8) : 00
[303h 0771   1]                      Apic ID : 2D
[304h 0772   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[308h 0776   1]              Local Sapic EID : 00
[309h 0777   3]    Proximity Domain High(24) : 000000
[30Ch 0780   4]                 Clock Domain : 00000000

[310h 0784   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[311h 0785   1]                       Length : 10

[312h 0786   1]      Proximity Domain Low(8) : 00
[313h 0787   1]                      Apic ID : 2E
[314h 0788   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[318h 0792   1]              Local Sapic EID : 00
[319h 0793   3]    Proximity Domain High(24) : 000000
[31Ch 0796   4]                 Clock Domain : 00000000

[320h 0800   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[321h 0801   1]                       Length : 10

[322h 0802   1]      Proximity Domain Low(8) : 00
[323h 0803   1]                      Apic ID : 2F
[324h 0804   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[328h 0808   1]              Local Sapic EID : 00
[329h 0809   3]    Proximity Domain High(24) : 000000
[32Ch 0812   4]                 Clock Domain : 00000000

[330h 0816   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[331h 0817   1]                       Length : 10

[332h 0818   1]      Proximity Domain Low(8) : 00
[333h 0819   1]                      Apic ID : 30
[334h 0820   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[338h 0824   1]              Local Sapic EID : 00
[339h 0825   3]    Proximity Domain High(24) : 000000
[33Ch 0828   4]                 Clock Domain : 00000000

[340h 0832   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[341h 0833   1]                       Length : 10

[342h 0834   1]      Proximity Domain Low(8) : 00
[343h 0835   1]                      Apic ID : 31
[344h 0836   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[348h 0840   1]              Local Sapic EID : 00
[349h 0841   3]    Proximity Domain High(24) : 000000
[34Ch 0844   4]                 Clock Domain : 00000000

[350h 0848   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[351h 0849   1]                       Length : 10

[352h 0850   1]      Proximity Domain Low(8) : 00
[353h 0851   1]                      Apic ID : 32
[354h 0852   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[358h 0856   1]              Local Sapic EID : 00
[359h 0857   3]    Proximity Domain High(24) : 000000
[35Ch 0860   4]                 Clock Domain : 00000000

[360h 0864   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[361h 0865   1]                       Length : 10

[362h 0866   1]      Proximity Domain Low(8) : 00
[363h 0867   1]                      Apic ID : 33
[364h 0868   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[368h 0872   1]              Local Sapic EID : 00
[369h 0873   3]    Proximity Domain High(24) : 000000
[36Ch 0876   4]                 Clock Domain : 00000000

[370h 0880   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[371h 0881   1]                       Length : 10

[372h 0882   1]      Proximity Domain Low(8) : 00
[373h 0883   1]                      Apic ID : 34
[374h 0884   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[378h 0888   1]              Local Sapic EID : 00
[379h 0889   3]    Proximity Domain High(24) : 000000
[37Ch 0892   4]                 Clock Domain : 00000000

[380h 0896   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[381h 0897   1]                       Length : 10

[382h 0898   1]      Proximity Domain Low(8) : 00
[383h 0899   1]                      Apic ID : 35
[384h 0900   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[388h 0904   1]              Local Sapic EID : 00
[389h 0905   3]    Proximity Domain High(24) : 000000
[38Ch 0908   4]                 Clock Domain : 00000000

[390h 0912   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[391h 0913   1]                       Length : 10

[392h 0914   1]      Proximity Domain Low(8) : 00
[393h 0915   1]                      Apic ID : 36
[394h 0916   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[398h 0920   1]              Local Sapic EID : 00
[399h 0921   3]    Proximity Domain High(24) : 000000
[39Ch 0924   4]                 Clock Domain : 00000000

[3A0h 0928   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[3A1h 0929   1]                       Length : 10

[3A2h 0930   1]      Proximity Domain Low(8) : 00
[3A3h 0931   1]                      Apic ID : 37
[3A4h 0932   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3A8h 0936   1]              Local Sapic EID : 00
[3A9h 0937   3]    Proximity Domain High(24) : 000000
[3ACh 0940   4]                 Clock Domain : 00000000

[3B0h 0944   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[3B1h 0945   1]                       Length : 10

[3B2h 0946   1]      Proximity Domain Low(8) : 00
[3B3h 0947   1]                      Apic ID : 38
[3B4h 0948   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3B8h 0952   1]              Local Sapic EID : 00
[3B9h 0953   3]    Proximity Domain High(24) : 000000
[3BCh 0956   4]                 Clock Domain : 00000000

[3C0h 0960   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[3C1h 0961   1]                       Length : 10

[3C2h 0962   1]      Proximity Domain Low(8) : 00
[3C3h 0963   1]                      Apic ID : 39
[3C4h 0964   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3C8h 0968   1]              Local Sapic EID : 00
[3C9h 0969   3]    Proximity Domain High(24) : 000000
[3CCh 0972   4]                 Clock Domain : 00000000

[3D0h 0976   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[3D1h 0977   1]                       Length : 10

[3D2h 0978   1]      Proximity Domain Low(8) : 00
[3D3h 0979   1]                      Apic ID : 3A
[3D4h 0980   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3D8h 0984   1]              Local Sapic EID : 00
[3D9h 0985   3]    Proximity Domain High(24) : 000000
[3DCh 0988   4]                 Clock Domain : 00000000

[3E0h 0992   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[3E1h 0993   1]                       Length : 10

[3E2h 0994   1]      Proximity Domain Low(8) : 00
[3E3h 0995   1]                      Apic ID : 3B
[3E4h 0996   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3E8h 1000   1]              Local Sapic EID : 00
[3E9h 1001   3]    Proximity Domain High(24) : 000000
[3ECh 1004   4]                 Clock Domain : 00000000

[3F0h 1008   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[3F1h 1009   1]                       Length : 10

[3F2h 1010   1]      Proximity Domain Low(8) : 00
[3F3h 1011   1]                      Apic ID : 3C
[3F4h 1012   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3F8h 1016   1]              Local Sapic EID : 00
[3F9h 1017   3]    Proximity Domain High(24) : 000000
[3FCh 1020   4]                 Clock Domain : 00000000

[400h 1024   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[401h 1025   1]                       Length : 10

[402h 1026   1]      Proximity Domain Low(8) : 00
[403h 1027   1]                      Apic ID : 3D
[404h 1028   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[408h 1032   1]              Local Sapic EID : 00
[409h 1033   3]    Proximity Domain High(24) : 000000
[40Ch 1036   4]                 Clock Domain : 00000000

[410h 1040   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[411h 1041   1]                       Length : 10

[412h 1042   1]      Proximity Domain Low(8) : 00
[413h 1043   1]                      Apic ID : 3E
[414h 1044   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[418h 1048   1]              Local Sapic EID : 00
[419h 1049   3]    Proximity Domain High(24) : 000000
[41Ch 1052   4]                 Clock Domain : 00000000

[420h 1056   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[421h 1057   1]                       Length : 10

[422h 1058   1]      Proximity Domain Low(8) : 00
[423h 1059   1]                      Apic ID : 3F
[424h 1060   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[428h 1064   1]              Local Sapic EID : 00
[429h 1065   3]    Proximity Domain High(24) : 000000
[42Ch 1068   4]                 Clock Domain : 00000000

[430h 1072   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[431h 1073   1]                       Length : 10

[432h 1074   1]      Proximity Domain Low(8) : 00
[433h 1075   1]                      Apic ID : 40
[434h 1076   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[438h 1080   1]              Local Sapic EID : 00
[439h 1081   3]    Proximity Domain High(24) : 000000
[43Ch 1084   4]                 Clock Domain : 00000000

[440h 1088   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[441h 1089   1]                       Length : 10

[442h 1090   1]      Proximity Domain Low(8) : 00
[443h 1091   1]                      Apic ID : 41
[444h 1092   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[448h 1096   1]              Local Sapic EID : 00
[449h 1097   3]    Proximity Domain High(24) : 000000
[44Ch 1100   4]                 Clock Domain : 00000000

[450h 1104   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[451h 1105   1]                       Length : 10

[452h 1106   1]      Proximity Domain Low(8) : 00
[453h 1107   1]                      Apic ID : 42
[454h 1108   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[458h 1112   1]              Local Sapic EID : 00
[459h 1113   3]    Proximity Domain High(24) : 000000
[45Ch 1116   4]                 Clock Domain : 00000000

[460h 1120   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[461h 1121   1]                       Length : 10

[462h 1122   1]      Proximity Domain Low(8) : 00
[463h 1123   1]                      Apic ID : 43
[464h 1124   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[468h 1128   1]              Local Sapic EID : 00
[469h 1129   3]    Proximity Domain High(24) : 000000
[46Ch 1132   4]                 Clock Domain : 00000000

[470h 1136   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[471h 1137   1]                       Length : 10

[472h 1138   1]      Proximity Domain Low(8) : 00
[473h 1139   1]                      Apic ID : 44
[474h 1140   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[478h 1144   1]              Local Sapic EID : 00
[479h 1145   3]    Proximity Domain High(24) : 000000
[47Ch 1148   4]                 Clock Domain : 00000000

[480h 1152   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[481h 1153   1]                       Length : 10

[482h 1154   1]      Proximity Domain Low(8) : 00
[483h 1155   1]                      Apic ID : 45
[484h 1156   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[488h 1160   1]              Local Sapic EID : 00
[489h 1161   3]    Proximity Domain High(24) : 000000
[48Ch 1164   4]                 Clock Domain : 00000000

[490h 1168   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[491h 1169   1]                       Length : 10

[492h 1170   1]      Proximity Domain Low(8) : 00
[493h 1171   1]                      Apic ID : 46
[494h 1172   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[498h 1176   1]              Local Sapic EID : 00
[499h 1177   3]    Proximity Domain High(24) : 000000
[49Ch 1180   4]                 Clock Domain : 00000000

[4A0h 1184   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[4A1h 1185   1]                       Length : 10

[4A2h 1186   1]      Proximity Domain Low(8) : 00
[4A3h 1187   1]                      Apic ID : 47
[4A4h 1188   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4A8h 1192   1]              Local Sapic EID : 00
[4A9h 1193   3]    Proximity Domain High(24) : 000000
[4ACh 1196   4]                 Clock Domain : 00000000

[4B0h 1200   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[4B1h 1201   1]                       Length : 10

[4B2h 1202   1]      Proximity Domain Low(8) : 00
[4B3h 1203   1]                      Apic ID : 48
[4B4h 1204   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4B8h 1208   1]              Local Sapic EID : 00
[4B9h 1209   3]    Proximity Domain High(24) : 000000
[4BCh 1212   4]                 Clock Domain : 00000000

[4C0h 1216   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[4C1h 1217   1]                       Length : 10

[4C2h 1218   1]      Proximity Domain Low(8) : 00
[4C3h 1219   1]                      Apic ID : 49
[4C4h 1220   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4C8h 1224   1]              Local Sapic EID : 00
[4C9h 1225   3]    Proximity Domain High(24) : 000000
[4CCh 1228   4]                 Clock Domain : 00000000

[4D0h 1232   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[4D1h 1233   1]                       Length : 10

[4D2h 1234   1]      Proximity Domain Low(8) : 00
[4D3h 1235   1]                      Apic ID : 4A
[4D4h 1236   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4D8h 1240   1]              Local Sapic EID : 00
[4D9h 1241   3]    Proximity Domain High(24) : 000000
[4DCh 1244   4]                 Clock Domain : 00000000

[4E0h 1248   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[4E1h 1249   1]                       Length : 10

[4E2h 1250   1]      Proximity Domain Low(8) : 01
[4E3h 1251   1]                      Apic ID : 4B
[4E4h 1252   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4E8h 1256   1]              Local Sapic EID : 00
[4E9h 1257   3]    Proximity Domain High(24) : 000000
[4ECh 1260   4]                 Clock Domain : 00000000

[4F0h 1264   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[4F1h 1265   1]                       Length : 10

[4F2h 1266   1]      Proximity Domain Low(8) : 01
[4F3h 1267   1]                      Apic ID : 80
[4F4h 1268   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4F8h 1272   1]              Local Sapic EID : 00
[4F9h 1273   3]    Proximity Domain High(24) : 000000
[4FCh 1276   4]                 Clock Domain : 00000000

[500h 1280   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[501h 1281   1]                       Length : 10

[502h 1282   1]      Proximity Domain Low(8) : 01
[503h 1283   1]                      Apic ID : 81
[504h 1284   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[508h 1288   1]              Local Sapic EID : 00
[509h 1289   3]    Proximity Domain High(24) : 000000
[50Ch 1292   4]                 Clock Domain : 00000000

[510h 1296   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[511h 1297   1]                       Length : 10

[512h 1298   1]      Proximity Domain Low(8) : 01
[513h 1299   1]                      Apic ID : 82
[514h 1300   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[518h 1304   1]              Local Sapic EID : 00
[519h 1305   3]    Proximity Domain High(24) : 000000
[51Ch 1308   4]                 Clock Domain : 00000000

[520h 1312   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[521h 1313   1]                       Length : 10

[522h 1314   1]      Proximity Domain Low(8) : 01
[523h 1315   1]                      Apic ID : 83
[524h 1316   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[528h 1320   1]              Local Sapic EID : 00
[529h 1321   3]    Proximity Domain High(24) : 000000
[52Ch 1324   4]                 Clock Domain : 00000000

[530h 1328   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[531h 1329   1]                       Length : 10

[532h 1330   1]      Proximity Domain Low(8) : 01
[533h 1331   1]                      Apic ID : 84
[534h 1332   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[538h 1336   1]              Local Sapic EID : 00
[539h 1337   3]    Proximity Domain High(24) : 000000
[53Ch 1340   4]                 Clock Domain : 00000000

[540h 1344   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[541h 1345   1]                       Length : 10

[542h 1346   1]      Proximity Domain Low(8) : 01
[543h 1347   1]                      Apic ID : 85
[544h 1348   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[548h 1352   1]              Local Sapic EID : 00
[549h 1353   3]    Proximity Domain High(24) : 000000
[54Ch 1356   4]                 Clock Domain : 00000000

[550h 1360   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[551h 1361   1]                       Length : 10

[552h 1362   1]      Proximity Domain Low(8) : 01
[553h 1363   1]                      Apic ID : 86
[554h 1364   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[558h 1368   1]              Local Sapic EID : 00
[559h 1369   3]    Proximity Domain High(24) : 000000
[55Ch 1372   4]                 Clock Domain : 00000000

[560h 1376   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[561h 1377   1]                       Length : 10

[562h 1378   1]      Proximity Domain Low(8) : 01
[563h 1379   1]                      Apic ID : 87
[564h 1380   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[568h 1384   1]              Local Sapic EID : 00
[569h 1385   3]    Proximity Domain High(24) : 000000
[56Ch 1388   4]                 Clock Domain : 00000000

[570h 1392   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[571h 1393   1]                       Length : 10

[572h 1394   1]      Proximity Domain Low(8) : 01
[573h 1395   1]                      Apic ID : 88
[574h 1396   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[578h 1400   1]              Local Sapic EID : 00
[579h 1401   3]    Proximity Domain High(24) : 000000
[57Ch 1404   4]                 Clock Domain : 00000000

[580h 1408   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[581h 1409   1]                       Length : 10

[582h 1410   1]      Proximity Domain Low(8) : 01
[583h 1411   1]                      Apic ID : 89
[584h 1412   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[588h 1416   1]              Local Sapic EID : 00
[589h 1417   3]    Proximity Domain High(24) : 000000
[58Ch 1420   4]                 Clock Domain : 00000000

[590h 1424   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[591h 1425   1]                       Length : 10

[592h 1426   1]      Proximity Domain Low(8) : 01
[593h 1427   1]                      Apic ID : 8A
[594h 1428   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[598h 1432   1]              Local Sapic EID : 00
[599h 1433   3]    Proximity Domain High(24) : 000000
[59Ch 1436   4]                 Clock Domain : 00000000

[5A0h 1440   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[5A1h 1441   1]                       Length : 10

[5A2h 1442   1]      Proximity Domain Low(8) : 01
[5A3h 1443   1]                      Apic ID : 8B
[5A4h 1444   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5A8h 1448   1]              Local Sapic EID : 00
[5A9h 1449   3]    Proximity Domain High(24) : 000000
[5ACh 1452   4]                 Clock Domain : 00000000

[5B0h 1456   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[5B1h 1457   1]                       Length : 10

[5B2h 1458   1]      Proximity Domain Low(8) : 01
[5B3h 1459   1]                      Apic ID : 8C
[5B4h 1460   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5B8h 1464   1]              Local Sapic EID : 00
[5B9h 1465   3]    Proximity Domain High(24) : 000000
[5BCh 1468   4]                 Clock Domain : 00000000

[5C0h 1472   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[5C1h 1473   1]                       Length : 10

[5C2h 1474   1]      Proximity Domain Low(8) : 01
[5C3h 1475   1]                      Apic ID : 8D
[5C4h 1476   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5C8h 1480   1]              Local Sapic EID : 00
[5C9h 1481   3]    Proximity Domain High(24) : 000000
[5CCh 1484   4]                 Clock Domain : 00000000

[5D0h 1488   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[5D1h 1489   1]                       Length : 10

[5D2h 1490   1]      Proximity Domain Low(8) : 01
[5D3h 1491   1]                      Apic ID : 8E
[5D4h 1492   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5D8h 1496   1]              Local Sapic EID : 00
[5D9h 1497   3]    Proximity Domain High(24) : 000000
[5DCh 1500   4]                 Clock Domain : 00000000

[5E0h 1504   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[5E1h 1505   1]                       Length : 10

[5E2h 1506   1]      Proximity Domain Low(8) : 01
[5E3h 1507   1]                      Apic ID : 8F
[5E4h 1508   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5E8h 1512   1]              Local Sapic EID : 00
[5E9h 1513   3]    Proximity Domain High(24) : 000000
[5ECh 1516   4]                 Clock Domain : 00000000

[5F0h 1520   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[5F1h 1521   1]                       Length : 10

[5F2h 1522   1]      Proximity Domain Low(8) : 01
[5F3h 1523   1]                      Apic ID : 90
[5F4h 1524   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5F8h 1528   1]              Local Sapic EID : 00
[5F9h 1529   3]    Proximity Domain High(24) : 000000
[5FCh 1532   4]                 Clock Domain : 00000000

[600h 1536   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[601h 1537   1]                       Length : 10

[602h 1538   1]      Proximity Domain Low(8) : 01
[603h 1539   1]                      Apic ID : 91
[604h 1540   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[608h 1544   1]              Local Sapic EID : 00
[609h 1545   3]    Proximity Domain High(24) : 000000
[60Ch 1548   4]                 Clock Domain : 00000000

[610h 1552   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[611h 1553   1]                       Length : 10

[612h 1554   1]      Proximity Domain Low(8) : 01
[613h 1555   1]                      Apic ID : 92
[614h 1556   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[618h 1560   1]              Local Sapic EID : 00
[619h 1561   3]    Proximity Domain High(24) : 000000
[61Ch 1564   4]                 Clock Domain : 00000000

[620h 1568   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[621h 1569   1]                       Length : 10

[622h 1570   1]      Proximity Domain Low(8) : 01
[623h 1571   1]                      Apic ID : 93
[624h 1572   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[628h 1576   1]              Local Sapic EID : 00
[629h 1577   3]    Proximity Domain High(24) : 000000
[62Ch 1580   4]                 Clock Domain : 00000000

[630h 1584   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[631h 1585   1]                       Length : 10

[632h 1586   1]      Proximity Domain Low(8) : 01
[633h 1587   1]                      Apic ID : 94
[634h 1588   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[638h 1592   1]              Local Sapic EID : 00
[639h 1593   3]    Proximity Domain High(24) : 000000
[63Ch 1596   4]                 Clock Domain : 00000000

[640h 1600   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[641h 1601   1]                       Length : 10

[642h 1602   1]      Proximity Domain Low(8) : 01
[643h 1603   1]                      Apic ID : 95
[644h 1604   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[648h 1608   1]              Local Sapic EID : 00
[649h 1609   3]    Proximity Domain High(24) : 000000
[64Ch 1612   4]                 Clock Domain : 00000000

[650h 1616   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[651h 1617   1]                       Length : 10

[652h 1618   1]      Proximity Domain Low(8) : 01
[653h 1619   1]                      Apic ID : 96
[654h 1620   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[658h 1624   1]              Local Sapic EID : 00
[659h 1625   3]    Proximity Domain High(24) : 000000
[65Ch 1628   4]                 Clock Domain : 00000000

[660h 1632   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[661h 1633   1]                       Length : 10

[662h 1634   1]      Proximity Domain Low(8) : 01
[663h 1635   1]                      Apic ID : 97
[664h 1636   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[668h 1640   1]              Local Sapic EID : 00
[669h 1641   3]    Proximity Domain High(24) : 000000
[66Ch 1644   4]                 Clock Domain : 00000000

[670h 1648   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[671h 1649   1]                       Length : 10

[672h 1650   1]      Proximity Domain Low(8) : 01
[673h 1651   1]                      Apic ID : 98
[674h 1652   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[678h 1656   1]              Local Sapic EID : 00
[679h 1657   3]    Proximity Domain High(24) : 000000
[67Ch 1660   4]                 Clock Domain : 00000000

[680h 1664   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[681h 1665   1]                       Length : 10

[682h 1666   1]      Proximity Domain Low(8) : 01
[683h 1667   1]                      Apic ID : 99
[684h 1668   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[688h 1672   1]              Local Sapic EID : 00
[689h 1673   3]    Proximity Domain High(24) : 000000
[68Ch 1676   4]                 Clock Domain : 00000000

[690h 1680   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[691h 1681   1]                       Length : 10

[692h 1682   1]      Proximity Domain Low(8) : 01
[693h 1683   1]                      Apic ID : 9A
[694h 1684   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[698h 1688   1]              Local Sapic EID : 00
[699h 1689   3]    Proximity Domain High(24) : 000000
[69Ch 1692   4]                 Clock Domain : 00000000

[6A0h 1696   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[6A1h 1697   1]                       Length : 10

[6A2h 1698   1]      Proximity Domain Low(8) : 01
[6A3h 1699   1]                      Apic ID : 9B
[6A4h 1700   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6A8h 1704   1]              Local Sapic EID : 00
[6A9h 1705   3]    Proximity Domain High(24) : 000000
[6ACh 1708   4]                 Clock Domain : 00000000

[6B0h 1712   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[6B1h 1713   1]                       Length : 10

[6B2h 1714   1]      Proximity Domain Low(8) : 01
[6B3h 1715   1]                      Apic ID : 9C
[6B4h 1716   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6B8h 1720   1]              Local Sapic EID : 00
[6B9h 1721   3]    Proximity Domain High(24) : 000000
[6BCh 1724   4]                 Clock Domain : 00000000

[6C0h 1728   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[6C1h 1729   1]                       Length : 10

[6C2h 1730   1]      Proximity Domain Low(8) : 01
[6C3h 1731   1]                      Apic ID : 9D
[6C4h 1732   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6C8h 1736   1]              Local Sapic EID : 00
[6C9h 1737   3]    Proximity Domain High(24) : 000000
[6CCh 1740   4]                 Clock Domain : 00000000

[6D0h 1744   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[6D1h 1745   1]                       Length : 10

[6D2h 1746   1]      Proximity Domain Low(8) : 01
[6D3h 1747   1]                      Apic ID : 9E
[6D4h 1748   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6D8h 1752   1]              Local Sapic EID : 00
[6D9h 1753   3]    Proximity Domain High(24) : 000000
[6DCh 1756   4]                 Clock Domain : 00000000

[6E0h 1760   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[6E1h 1761   1]                       Length : 10

[6E2h 1762   1]      Proximity Domain Low(8) : 01
[6E3h 1763   1]                      Apic ID : 9F
[6E4h 1764   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6E8h 1768   1]              Local Sapic EID : 00
[6E9h 1769   3]    Proximity Domain High(24) : 000000
[6ECh 1772   4]                 Clock Domain : 00000000

[6F0h 1776   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[6F1h 1777   1]                       Length : 10

[6F2h 1778   1]      Proximity Domain Low(8) : 01
[6F3h 1779   1]                      Apic ID : A0
[6F4h 1780   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6F8h 1784   1]              Local Sapic EID : 00
[6F9h 1785   3]    Proximity Domain High(24) : 000000
[6FCh 1788   4]                 Clock Domain : 00000000

[700h 1792   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[701h 1793   1]                       Length : 10

[702h 1794   1]      Proximity Domain Low(8) : 01
[703h 1795   1]                      Apic ID : A1
[704h 1796   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[708h 1800   1]              Local Sapic EID : 00
[709h 1801   3]    Proximity Domain High(24) : 000000
[70Ch 1804   4]                 Clock Domain : 00000000

[710h 1808   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[711h 1809   1]                       Length : 10

[712h 1810   1]      Proximity Domain Low(8) : 01
[713h 1811   1]                      Apic ID : A2
[714h 1812   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[718h 1816   1]              Local Sapic EID : 00
[719h 1817   3]    Proximity Domain High(24) : 000000
[71Ch 1820   4]                 Clock Domain : 00000000

[720h 1824   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[721h 1825   1]                       Length : 10

[722h 1826   1]      Proximity Domain Low(8) : 01
[723h 1827   1]                      Apic ID : A3
[724h 1828   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[728h 1832   1]              Local Sapic EID : 00
[729h 1833   3]    Proximity Domain High(24) : 000000
[72Ch 1836   4]                 Clock Domain : 00000000

[730h 1840   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[731h 1841   1]                       Length : 10

[732h 1842   1]      Proximity Domain Low(8) : 01
[733h 1843   1]                      Apic ID : A4
[734h 1844   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[738h 1848   1]              Local Sapic EID : 00
[739h 1849   3]    Proximity Domain High(24) : 000000
[73Ch 1852   4]                 Clock Domain : 00000000

[740h 1856   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[741h 1857   1]                       Length : 10

[742h 1858   1]      Proximity Domain Low(8) : 01
[743h 1859   1]                      Apic ID : A5
[744h 1860   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[748h 1864   1]              Local Sapic EID : 00
[749h 1865   3]    Proximity Domain High(24) : 000000
[74Ch 1868   4]                 Clock Domain : 00000000

[750h 1872   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[751h 1873   1]                       Length : 10

[752h 1874   1]      Proximity Domain Low(8) : 01
[753h 1875   1]                      Apic ID : A6
[754h 1876   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[758h 1880   1]              Local Sapic EID : 00
[759h 1881   3]    Proximity Domain High(24) : 000000
[75Ch 1884   4]                 Clock Domain : 00000000

[760h 1888   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[761h 1889   1]                       Length : 10

[762h 1890   1]      Proximity Domain Low(8) : 01
[763h 1891   1]                      Apic ID : A7
[764h 1892   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[768h 1896   1]              Local Sapic EID : 00
[769h 1897   3]    Proximity Domain High(24) : 000000
[76Ch 1900   4]                 Clock Domain : 00000000

[770h 1904   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[771h 1905   1]                       Length : 10

[772h 1906   1]      Proximity Domain Low(8) : 01
[773h 1907   1]                      Apic ID : A8
[774h 1908   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[778h 1912   1]              Local Sapic EID : 00
[779h 1913   3]    Proximity Domain High(24) : 000000
[77Ch 1916   4]                 Clock Domain : 00000000

[780h 1920   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[781h 1921   1]                       Length : 10

[782h 1922   1]      Proximity Domain Low(8) : 01
[783h 1923   1]                      Apic ID : A9
[784h 1924   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[788h 1928   1]              Local Sapic EID : 00
[789h 1929   3]    Proximity Domain High(24) : 000000
[78Ch 1932   4]                 Clock Domain : 00000000

[790h 1936   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[791h 1937   1]                       Length : 10

[792h 1938   1]      Proximity Domain Low(8) : 01
[793h 1939   1]                      Apic ID : AA
[794h 1940   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[798h 1944   1]              Local Sapic EID : 00
[799h 1945   3]    Proximity Domain High(24) : 000000
[79Ch 1948   4]                 Clock Domain : 00000000

[7A0h 1952   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[7A1h 1953   1]                       Length : 10

[7A2h 1954   1]      Proximity Domain Low(8) : 01
[7A3h 1955   1]                      Apic ID : AB
[7A4h 1956   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7A8h 1960   1]              Local Sapic EID : 00
[7A9h 1961   3]    Proximity Domain High(24) : 000000
[7ACh 1964   4]                 Clock Domain : 00000000

[7B0h 1968   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[7B1h 1969   1]                       Length : 10

[7B2h 1970   1]      Proximity Domain Low(8) : 01
[7B3h 1971   1]                      Apic ID : AC
[7B4h 1972   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7B8h 1976   1]              Local Sapic EID : 00
[7B9h 1977   3]    Proximity Domain High(24) : 000000
[7BCh 1980   4]                 Clock Domain : 00000000

[7C0h 1984   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[7C1h 1985   1]                       Length : 10

[7C2h 1986   1]      Proximity Domain Low(8) : 01
[7C3h 1987   1]                      Apic ID : AD
[7C4h 1988   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7C8h 1992   1]              Local Sapic EID : 00
[7C9h 1993   3]    Proximity Domain High(24) : 000000
[7CCh 1996   4]                 Clock Domain : 00000000

[7D0h 2000   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[7D1h 2001   1]                       Length : 10

[7D2h 2002   1]      Proximity Domain Low(8) : 01
[7D3h 2003   1]                      Apic ID : AE
[7D4h 2004   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7D8h 2008   1]              Local Sapic EID : 00
[7D9h 2009   3]    Proximity Domain High(24) : 000000
[7DCh 2012   4]                 Clock Domain : 00000000

[7E0h 2016   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[7E1h 2017   1]                       Length : 10

[7E2h 2018   1]      Proximity Domain Low(8) : 01
[7E3h 2019   1]                      Apic ID : AF
[7E4h 2020   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7E8h 2024   1]              Local Sapic EID : 00
[7E9h 2025   3]    Proximity Domain High(24) : 000000
[7ECh 2028   4]                 Clock Domain : 00000000

[7F0h 2032   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[7F1h 2033   1]                       Length : 10

[7F2h 2034   1]      Proximity Domain Low(8) : 01
[7F3h 2035   1]                      Apic ID : B0
[7F4h 2036   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7F8h 2040   1]              Local Sapic EID : 00
[7F9h 2041   3]    Proximity Domain High(24) : 000000
[7FCh 2044   4]                 Clock Domain : 00000000

[800h 2048   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[801h 2049   1]                       Length : 10

[802h 2050   1]      Proximity Domain Low(8) : 01
[803h 2051   1]                      Apic ID : B1
[804h 2052   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[808h 2056   1]              Local Sapic EID : 00
[809h 2057   3]    Proximity Domain High(24) : 000000
[80Ch 2060   4]                 Clock Domain : 00000000

[810h 2064   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[811h 2065   1]                       Length : 10

[812h 2066   1]      Proximity Domain Low(8) : 01
[813h 2067   1]                      Apic ID : B2
[814h 2068   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[818h 2072   1]              Local Sapic EID : 00
[819h 2073   3]    Proximity Domain High(24) : 000000
[81Ch 2076   4]                 Clock Domain : 00000000

[820h 2080   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[821h 2081   1]                       Length : 10

[822h 2082   1]      Proximity Domain Low(8) : 01
[823h 2083   1]                      Apic ID : B3
[824h 2084   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[828h 2088   1]              Local Sapic EID : 00
[829h 2089   3]    Proximity Domain High(24) : 000000
[82Ch 2092   4]                 Clock Domain : 00000000

[830h 2096   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[831h 2097   1]                       Length : 10

[832h 2098   1]      Proximity Domain Low(8) : 01
[833h 2099   1]                      Apic ID : B4
[834h 2100   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[838h 2104   1]              Local Sapic EID : 00
[839h 2105   3]    Proximity Domain High(24) : 000000
[83Ch 2108   4]                 Clock Domain : 00000000

[840h 2112   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[841h 2113   1]                       Length : 10

[842h 2114   1]      Proximity Domain Low(8) : 01
[843h 2115   1]                      Apic ID : B5
[844h 2116   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[848h 2120   1]              Local Sapic EID : 00
[849h 2121   3]    Proximity Domain High(24) : 000000
[84Ch 2124   4]                 Clock Domain : 00000000

[850h 2128   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[851h 2129   1]                       Length : 10

[852h 2130   1]      Proximity Domain Low(8) : 01
[853h 2131   1]                      Apic ID : B6
[854h 2132   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[858h 2136   1]              Local Sapic EID : 00
[859h 2137   3]    Proximity Domain High(24) : 000000
[85Ch 2140   4]                 Clock Domain : 00000000

[860h 2144   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[861h 2145   1]                       Length : 10

[862h 2146   1]      Proximity Domain Low(8) : 01
[863h 2147   1]                      Apic ID : B7
[864h 2148   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[868h 2152   1]              Local Sapic EID : 00
[869h 2153   3]    Proximity Domain High(24) : 000000
[86Ch 2156   4]                 Clock Domain : 00000000

[870h 2160   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[871h 2161   1]                       Length : 10

[872h 2162   1]      Proximity Domain Low(8) : 01
[873h 2163   1]                      Apic ID : B8
[874h 2164   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[878h 2168   1]              Local Sapic EID : 00
[879h 2169   3]    Proximity Domain High(24) : 000000
[87Ch 2172   4]                 Clock Domain : 00000000

[880h 2176   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[881h 2177   1]                       Length : 10

[882h 2178   1]      Proximity Domain Low(8) : 01
[883h 2179   1]                      Apic ID : B9
[884h 2180   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[888h 2184   1]              Local Sapic EID : 00
[889h 2185   3]    Proximity Domain High(24) : 000000
[88Ch 2188   4]                 Clock Domain : 00000000

[890h 2192   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[891h 2193   1]                       Length : 10

[892h 2194   1]      Proximity Domain Low(8) : 01
[893h 2195   1]                      Apic ID : BA
[894h 2196   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[898h 2200   1]              Local Sapic EID : 00
[899h 2201   3]    Proximity Domain High(24) : 000000
[89Ch 2204   4]                 Clock Domain : 00000000

[8A0h 2208   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[8A1h 2209   1]                       Length : 10

[8A2h 2210   1]      Proximity Domain Low(8) : 01
[8A3h 2211   1]                      Apic ID : BB
[8A4h 2212   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8A8h 2216   1]              Local Sapic EID : 00
[8A9h 2217   3]    Proximity Domain High(24) : 000000
[8ACh 2220   4]                 Clock Domain : 00000000

[8B0h 2224   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[8B1h 2225   1]                       Length : 10

[8B2h 2226   1]      Proximity Domain Low(8) : 01
[8B3h 2227   1]                      Apic ID : BC
[8B4h 2228   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8B8h 2232   1]              Local Sapic EID : 00
[8B9h 2233   3]    Proximity Domain High(24) : 000000
[8BCh 2236   4]                 Clock Domain : 00000000

[8C0h 2240   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[8C1h 2241   1]                       Length : 10

[8C2h 2242   1]      Proximity Domain Low(8) : 01
[8C3h 2243   1]                      Apic ID : BD
[8C4h 2244   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8C8h 2248   1]              Local Sapic EID : 00
[8C9h 2249   3]    Proximity Domain High(24) : 000000
[8CCh 2252   4]                 Clock Domain : 00000000

[8D0h 2256   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[8D1h 2257   1]                       Length : 10

[8D2h 2258   1]      Proximity Domain Low(8) : 01
[8D3h 2259   1]                      Apic ID : BE
[8D4h 2260   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8D8h 2264   1]              Local Sapic EID : 00
[8D9h 2265   3]    Proximity Domain High(24) : 000000
[8DCh 2268   4]                 Clock Domain : 00000000

[8E0h 2272   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[8E1h 2273   1]                       Length : 10

[8E2h 2274   1]      Proximity Domain Low(8) : 01
[8E3h 2275   1]                      Apic ID : BF
[8E4h 2276   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8E8h 2280   1]              Local Sapic EID : 00
[8E9h 2281   3]    Proximity Domain High(24) : 000000
[8ECh 2284   4]                 Clock Domain : 00000000

[8F0h 2288   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[8F1h 2289   1]                       Length : 10

[8F2h 2290   1]      Proximity Domain Low(8) : 01
[8F3h 2291   1]                      Apic ID : C0
[8F4h 2292   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8F8h 2296   1]              Local Sapic EID : 00
[8F9h 2297   3]    Proximity Domain High(24) : 000000
[8FCh 2300   4]                 Clock Domain : 00000000

[900h 2304   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[901h 2305   1]                       Length : 10

[902h 2306   1]      Proximity Domain Low(8) : 01
[903h 2307   1]                      Apic ID : C1
[904h 2308   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[908h 2312   1]              Local Sapic EID : 00
[909h 2313   3]    Proximity Domain High(24) : 000000
[90Ch 2316   4]                 Clock Domain : 00000000

[910h 2320   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[911h 2321   1]                       Length : 10

[912h 2322   1]      Proximity Domain Low(8) : 01
[913h 2323   1]                      Apic ID : C2
[914h 2324   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[918h 2328   1]              Local Sapic EID : 00
[919h 2329   3]    Proximity Domain High(24) : 000000
[91Ch 2332   4]                 Clock Domain : 00000000

[920h 2336   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[921h 2337   1]                       Length : 10

[922h 2338   1]      Proximity Domain Low(8) : 01
[923h 2339   1]                      Apic ID : C3
[924h 2340   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[928h 2344   1]              Local Sapic EID : 00
[929h 2345   3]    Proximity Domain High(24) : 000000
[92Ch 2348   4]                 Clock Domain : 00000000

[930h 2352   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[931h 2353   1]                       Length : 10

[932h 2354   1]      Proximity Domain Low(8) : 01
[933h 2355   1]                      Apic ID : C4
[934h 2356   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[938h 2360   1]              Local Sapic EID : 00
[939h 2361   3]    Proximity Domain High(24) : 000000
[93Ch 2364   4]                 Clock Domain : 00000000

[940h 2368   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[941h 2369   1]                       Length : 10

[942h 2370   1]      Proximity Domain Low(8) : 01
[943h 2371   1]                      Apic ID : C5
[944h 2372   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[948h 2376   1]              Local Sapic EID : 00
[949h 2377   3]    Proximity Domain High(24) : 000000
[94Ch 2380   4]                 Clock Domain : 00000000

[950h 2384   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[951h 2385   1]                       Length : 10

[952h 2386   1]      Proximity Domain Low(8) : 01
[953h 2387   1]                      Apic ID : C6
[954h 2388   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[958h 2392   1]              Local Sapic EID : 00
[959h 2393   3]    Proximity Domain High(24) : 000000
[95Ch 2396   4]                 Clock Domain : 00000000

[960h 2400   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[961h 2401   1]                       Length : 10

[962h 2402   1]      Proximity Domain Low(8) : 01
[963h 2403   1]                      Apic ID : C7
[964h 2404   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[968h 2408   1]              Local Sapic EID : 00
[969h 2409   3]    Proximity Domain High(24) : 000000
[96Ch 2412   4]                 Clock Domain : 00000000

[970h 2416   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[971h 2417   1]                       Length : 10

[972h 2418   1]      Proximity Domain Low(8) : 01
[973h 2419   1]                      Apic ID : C8
[974h 2420   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[978h 2424   1]              Local Sapic EID : 00
[979h 2425   3]    Proximity Domain High(24) : 000000
[97Ch 2428   4]                 Clock Domain : 00000000

[980h 2432   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[981h 2433   1]                       Length : 10

[982h 2434   1]      Proximity Domain Low(8) : 01
[983h 2435   1]                      Apic ID : C9
[984h 2436   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[988h 2440   1]              Local Sapic EID : 00
[989h 2441   3]    Proximity Domain High(24) : 000000
[98Ch 2444   4]                 Clock Domain : 00000000

[990h 2448   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[991h 2449   1]                       Length : 10

[992h 2450   1]      Proximity Domain Low(8) : 02
[993h 2451   1]                      Apic ID : CA
[994h 2452   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[998h 2456   1]              Local Sapic EID : 00
[999h 2457   3]    Proximity Domain High(24) : 000000
[99Ch 2460   4]                 Clock Domain : 00000000

[9A0h 2464   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[9A1h 2465   1]                       Length : 10

[9A2h 2466   1]      Proximity Domain Low(8) : 02
[9A3h 2467   1]                      Apic ID : CB
[9A4h 2468   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9A8h 2472   1]              Local Sapic EID : 00
[9A9h 2473   3]    Proximity Domain High(24) : 000000
[9ACh 2476   4]                 Clock Domain : 00000000

[9B0h 2480   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[9B1h 2481   1]                       Length : 18

[9B2h 2482   2]                    Reserved1 : 0000
[9B4h 2484   4]             Proximity Domain : 00000002
[9B8h 2488   4]                      Apic ID : 00000100
[9BCh 2492   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9C0h 2496   4]                 Clock Domain : 00000000
[9C4h 2500   4]                    Reserved2 : 00000000

[9C8h 2504   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[9C9h 2505   1]                       Length : 18

[9CAh 2506   2]                    Reserved1 : 0000
[9CCh 2508   4]             Proximity Domain : 00000002
[9D0h 2512   4]                      Apic ID : 00000101
[9D4h 2516   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9D8h 2520   4]                 Clock Domain : 00000000
[9DCh 2524   4]                    Reserved2 : 00000000

[9E0h 2528   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[9E1h 2529   1]                       Length : 18

[9E2h 2530   2]                    Reserved1 : 0000
[9E4h 2532   4]             Proximity Domain : 00000002
[9E8h 2536   4]                      Apic ID : 00000102
[9ECh 2540   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9F0h 2544   4]                 Clock Domain : 00000000
[9F4h 2548   4]                    Reserved2 : 00000000

[9F8h 2552   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[9F9h 2553   1]                       Length : 18

[9FAh 2554   2]                    Reserved1 : 0000
[9FCh 2556   4]             Proximity Domain : 00000002
[A00h 2560   4]                      Apic ID : 00000103
[A04h 2564   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A08h 2568   4]                 Clock Domain : 00000000
[A0Ch 2572   4]                    Reserved2 : 00000000

[A10h 2576   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[A11h 2577   1]                       Length : 18

[A12h 2578   2]                    Reserved1 : 0000
[A14h 2580   4]             Proximity Domain : 00000002
[A18h 2584   4]                      Apic ID : 00000104
[A1Ch 2588   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A20h 2592   4]                 Clock Domain : 00000000
[A24h 2596   4]                    Reserved2 : 00000000

[A28h 2600   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[A29h 2601   1]                       Length : 18

[A2Ah 2602   2]                    Reserved1 : 0000
[A2Ch 2604   4]             Proximity Domain : 00000002
[A30h 2608   4]                      Apic ID : 00000105
[A34h 2612   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A38h 2616   4]                 Clock Domain : 00000000
[A3Ch 2620   4]                    Reserved2 : 00000000

[A40h 2624   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[A41h 2625   1]                       Length : 18

[A42h 2626   2]                    Reserved1 : 0000
[A44h 2628   4]             Proximity Domain : 00000002
[A48h 2632   4]                      Apic ID : 00000106
[A4Ch 2636   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A50h 2640   4]                 Clock Domain : 00000000
[A54h 2644   4]                    Reserved2 : 00000000

[A58h 2648   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[A59h 2649   1]                       Length : 18

[A5Ah 2650   2]                    Reserved1 : 0000
[A5Ch 2652   4]             Proximity Domain : 00000002
[A60h 2656   4]                      Apic ID : 00000107
[A64h 2660   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A68h 2664   4]                 Clock Domain : 00000000
[A6Ch 2668   4]                    Reserved2 : 00000000

[A70h 2672   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[A71h 2673   1]                       Length : 18

[A72h 2674   2]                    Reserved1 : 0000
[A74h 2676   4]             Proximity Domain : 00000002
[A78h 2680   4]                      Apic ID : 00000108
[A7Ch 2684   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A80h 2688   4]                 Clock Domain : 00000000
[A84h 2692   4]                    Reserved2 : 00000000

[A88h 2696   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[A89h 2697   1]                       Length : 18

[A8Ah 2698   2]                    Reserved1 : 0000
[A8Ch 2700   4]             Proximity Domain : 00000002
[A90h 2704   4]                      Apic ID : 00000109
[A94h 2708   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A98h 2712   4]                 Clock Domain : 00000000
[A9Ch 2716   4]                    Reserved2 : 00000000

[AA0h 2720   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[AA1h 2721   1]                       Length : 18

[AA2h 2722   2]                    Reserved1 : 0000
[AA4h 2724   4]             Proximity Domain : 00000002
[AA8h 2728   4]                      Apic ID : 0000010A
[AACh 2732   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AB0h 2736   4]                 Clock Domain : 00000000
[AB4h 2740   4]                    Reserved2 : 00000000

[AB8h 2744   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[AB9h 2745   1]                       Length : 18

[ABAh 2746   2]                    Reserved1 : 0000
[ABCh 2748   4]             Proximity Domain : 00000002
[AC0h 2752   4]                      Apic ID : 0000010B
[AC4h 2756   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AC8h 2760   4]                 Clock Domain : 00000000
[ACCh 2764   4]                    Reserved2 : 00000000

[AD0h 2768   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[AD1h 2769   1]                       Length : 18

[AD2h 2770   2]                    Reserved1 : 0000
[AD4h 2772   4]             Proximity Domain : 00000002
[AD8h 2776   4]                      Apic ID : 0000010C
[ADCh 2780   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AE0h 2784   4]                 Clock Domain : 00000000
[AE4h 2788   4]                    Reserved2 : 00000000

[AE8h 2792   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[AE9h 2793   1]                       Length : 18

[AEAh 2794   2]                    Reserved1 : 0000
[AECh 2796   4]             Proximity Domain : 00000002
[AF0h 2800   4]                      Apic ID : 0000010D
[AF4h 2804   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AF8h 2808   4]                 Clock Domain : 00000000
[AFCh 2812   4]                    Reserved2 : 00000000

[B00h 2816   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B01h 2817   1]                       Length : 18

[B02h 2818   2]                    Reserved1 : 0000
[B04h 2820   4]             Proximity Domain : 00000002
[B08h 2824   4]                      Apic ID : 0000010E
[B0Ch 2828   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B10h 2832   4]                 Clock Domain : 00000000
[B14h 2836   4]                    Reserved2 : 00000000

[B18h 2840   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B19h 2841   1]                       Length : 18

[B1Ah 2842   2]                    Reserved1 : 0000
[B1Ch 2844   4]             Proximity Domain : 00000002
[B20h 2848   4]                      Apic ID : 0000010F
[B24h 2852   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B28h 2856   4]                 Clock Domain : 00000000
[B2Ch 2860   4]                    Reserved2 : 00000000

[B30h 2864   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B31h 2865   1]                       Length : 18

[B32h 2866   2]                    Reserved1 : 0000
[B34h 2868   4]             Proximity Domain : 00000002
[B38h 2872   4]                      Apic ID : 00000110
[B3Ch 2876   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B40h 2880   4]                 Clock Domain : 00000000
[B44h 2884   4]                    Reserved2 : 00000000

[B48h 2888   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B49h 2889   1]                       Length : 18

[B4Ah 2890   2]                    Reserved1 : 0000
[B4Ch 2892   4]             Proximity Domain : 00000002
[B50h 2896   4]                      Apic ID : 00000111
[B54h 2900   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B58h 2904   4]                 Clock Domain : 00000000
[B5Ch 2908   4]                    Reserved2 : 00000000

[B60h 2912   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B61h 2913   1]                       Length : 18

[B62h 2914   2]                    Reserved1 : 0000
[B64h 2916   4]             Proximity Domain : 00000002
[B68h 2920   4]                      Apic ID : 00000112
[B6Ch 2924   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B70h 2928   4]                 Clock Domain : 00000000
[B74h 2932   4]                    Reserved2 : 00000000

[B78h 2936   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B79h 2937   1]                       Length : 18

[B7Ah 2938   2]                    Reserved1 : 0000
[B7Ch 2940   4]             Proximity Domain : 00000002
[B80h 2944   4]                      Apic ID : 00000113
[B84h 2948   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B88h 2952   4]                 Clock Domain : 00000000
[B8Ch 2956   4]                    Reserved2 : 00000000

[B90h 2960   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[B91h 2961   1]                       Length : 18

[B92h 2962   2]                    Reserved1 : 0000
[B94h 2964   4]             Proximity Domain : 00000002
[B98h 2968   4]                      Apic ID : 00000114
[B9Ch 2972   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BA0h 2976   4]                 Clock Domain : 00000000
[BA4h 2980   4]                    Reserved2 : 00000000

[BA8h 2984   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[BA9h 2985   1]                       Length : 18

[BAAh 2986   2]                    Reserved1 : 0000
[BACh 2988   4]             Proximity Domain : 00000002
[BB0h 2992   4]                      Apic ID : 00000115
[BB4h 2996   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BB8h 3000   4]                 Clock Domain : 00000000
[BBCh 3004   4]                    Reserved2 : 00000000

[BC0h 3008   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[BC1h 3009   1]                       Length : 18

[BC2h 3010   2]                    Reserved1 : 0000
[BC4h 3012   4]             Proximity Domain : 00000002
[BC8h 3016   4]                      Apic ID : 00000116
[BCCh 3020   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BD0h 3024   4]                 Clock Domain : 00000000
[BD4h 3028   4]                    Reserved2 : 00000000

[BD8h 3032   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[BD9h 3033   1]                       Length : 18

[BDAh 3034   2]                    Reserved1 : 0000
[BDCh 3036   4]             Proximity Domain : 00000002
[BE0h 3040   4]                      Apic ID : 00000117
[BE4h 3044   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BE8h 3048   4]                 Clock Domain : 00000000
[BECh 3052   4]                    Reserved2 : 00000000

[BF0h 3056   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[BF1h 3057   1]                       Length : 18

[BF2h 3058   2]                    Reserved1 : 0000
[BF4h 3060   4]             Proximity Domain : 00000002
[BF8h 3064   4]                      Apic ID : 00000118
[BFCh 3068   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C00h 3072   4]                 Clock Domain : 00000000
[C04h 3076   4]                    Reserved2 : 00000000

[C08h 3080   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C09h 3081   1]                       Length : 18

[C0Ah 3082   2]                    Reserved1 : 0000
[C0Ch 3084   4]             Proximity Domain : 00000002
[C10h 3088   4]                      Apic ID : 00000119
[C14h 3092   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C18h 3096   4]                 Clock Domain : 00000000
[C1Ch 3100   4]                    Reserved2 : 00000000

[C20h 3104   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C21h 3105   1]                       Length : 18

[C22h 3106   2]                    Reserved1 : 0000
[C24h 3108   4]             Proximity Domain : 00000002
[C28h 3112   4]                      Apic ID : 0000011A
[C2Ch 3116   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C30h 3120   4]                 Clock Domain : 00000000
[C34h 3124   4]                    Reserved2 : 00000000

[C38h 3128   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C39h 3129   1]                       Length : 18

[C3Ah 3130   2]                    Reserved1 : 0000
[C3Ch 3132   4]             Proximity Domain : 00000002
[C40h 3136   4]                      Apic ID : 0000011B
[C44h 3140   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C48h 3144   4]                 Clock Domain : 00000000
[C4Ch 3148   4]                    Reserved2 : 00000000

[C50h 3152   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C51h 3153   1]                       Length : 18

[C52h 3154   2]                    Reserved1 : 0000
[C54h 3156   4]             Proximity Domain : 00000002
[C58h 3160   4]                      Apic ID : 0000011C
[C5Ch 3164   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C60h 3168   4]                 Clock Domain : 00000000
[C64h 3172   4]                    Reserved2 : 00000000

[C68h 3176   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C69h 3177   1]                       Length : 18

[C6Ah 3178   2]                    Reserved1 : 0000
[C6Ch 3180   4]             Proximity Domain : 00000002
[C70h 3184   4]                      Apic ID : 0000011D
[C74h 3188   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C78h 3192   4]                 Clock Domain : 00000000
[C7Ch 3196   4]                    Reserved2 : 00000000

[C80h 3200   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C81h 3201   1]                       Length : 18

[C82h 3202   2]                    Reserved1 : 0000
[C84h 3204   4]             Proximity Domain : 00000002
[C88h 3208   4]                      Apic ID : 0000011E
[C8Ch 3212   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C90h 3216   4]                 Clock Domain : 00000000
[C94h 3220   4]                    Reserved2 : 00000000

[C98h 3224   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[C99h 3225   1]                       Length : 18

[C9Ah 3226   2]                    Reserved1 : 0000
[C9Ch 3228   4]             Proximity Domain : 00000002
[CA0h 3232   4]                      Apic ID : 0000011F
[CA4h 3236   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CA8h 3240   4]                 Clock Domain : 00000000
[CACh 3244   4]                    Reserved2 : 00000000

[CB0h 3248   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[CB1h 3249   1]                       Length : 18

[CB2h 3250   2]                    Reserved1 : 0000
[CB4h 3252   4]             Proximity Domain : 00000002
[CB8h 3256   4]                      Apic ID : 00000120
[CBCh 3260   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CC0h 3264   4]                 Clock Domain : 00000000
[CC4h 3268   4]                    Reserved2 : 00000000

[CC8h 3272   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[CC9h 3273   1]                       Length : 18

[CCAh 3274   2]                    Reserved1 : 0000
[CCCh 3276   4]             Proximity Domain : 00000002
[CD0h 3280   4]                      Apic ID : 00000121
[CD4h 3284   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CD8h 3288   4]                 Clock Domain : 00000000
[CDCh 3292   4]                    Reserved2 : 00000000

[CE0h 3296   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[CE1h 3297   1]                       Length : 18

[CE2h 3298   2]                    Reserved1 : 0000
[CE4h 3300   4]             Proximity Domain : 00000002
[CE8h 3304   4]                      Apic ID : 00000122
[CECh 3308   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CF0h 3312   4]                 Clock Domain : 00000000
[CF4h 3316   4]                    Reserved2 : 00000000

[CF8h 3320   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[CF9h 3321   1]                       Length : 18

[CFAh 3322   2]                    Reserved1 : 0000
[CFCh 3324   4]             Proximity Domain : 00000002
[D00h 3328   4]                      Apic ID : 00000123
[D04h 3332   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D08h 3336   4]                 Clock Domain : 00000000
[D0Ch 3340   4]                    Reserved2 : 00000000

[D10h 3344   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[D11h 3345   1]                       Length : 18

[D12h 3346   2]                    Reserved1 : 0000
[D14h 3348   4]             Proximity Domain : 00000002
[D18h 3352   4]                      Apic ID : 00000124
[D1Ch 3356   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D20h 3360   4]                 Clock Domain : 00000000
[D24h 3364   4]                    Reserved2 : 00000000

[D28h 3368   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[D29h 3369   1]                       Length : 18

[D2Ah 3370   2]                    Reserved1 : 0000
[D2Ch 3372   4]             Proximity Domain : 00000002
[D30h 3376   4]                      Apic ID : 00000125
[D34h 3380   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D38h 3384   4]                 Clock Domain : 00000000
[D3Ch 3388   4]                    Reserved2 : 00000000

[D40h 3392   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[D41h 3393   1]                       Length : 18

[D42h 3394   2]                    Reserved1 : 0000
[D44h 3396   4]             Proximity Domain : 00000002
[D48h 3400   4]                      Apic ID : 00000126
[D4Ch 3404   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D50h 3408   4]                 Clock Domain : 00000000
[D54h 3412   4]                    Reserved2 : 00000000

[D58h 3416   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[D59h 3417   1]                       Length : 18

[D5Ah 3418   2]                    Reserved1 : 0000
[D5Ch 3420   4]             Proximity Domain : 00000002
[D60h 3424   4]                      Apic ID : 00000127
[D64h 3428   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D68h 3432   4]                 Clock Domain : 00000000
[D6Ch 3436   4]                    Reserved2 : 00000000

[D70h 3440   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[D71h 3441   1]                       Length : 18

[D72h 3442   2]                    Reserved1 : 0000
[D74h 3444   4]             Proximity Domain : 00000002
[D78h 3448   4]                      Apic ID : 00000128
[D7Ch 3452   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D80h 3456   4]                 Clock Domain : 00000000
[D84h 3460   4]                    Reserved2 : 00000000

[D88h 3464   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[D89h 3465   1]                       Length : 18

[D8Ah 3466   2]                    Reserved1 : 0000
[D8Ch 3468   4]             Proximity Domain : 00000002
[D90h 3472   4]                      Apic ID : 00000129
[D94h 3476   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D98h 3480   4]                 Clock Domain : 00000000
[D9Ch 3484   4]                    Reserved2 : 00000000

[DA0h 3488   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[DA1h 3489   1]                       Length : 18

[DA2h 3490   2]                    Reserved1 : 0000
[DA4h 3492   4]             Proximity Domain : 00000002
[DA8h 3496   4]                      Apic ID : 0000012A
[DACh 3500   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DB0h 3504   4]                 Clock Domain : 00000000
[DB4h 3508   4]                    Reserved2 : 00000000

[DB8h 3512   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[DB9h 3513   1]                       Length : 18

[DBAh 3514   2]                    Reserved1 : 0000
[DBCh 3516   4]             Proximity Domain : 00000002
[DC0h 3520   4]                      Apic ID : 0000012B
[DC4h 3524   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DC8h 3528   4]                 Clock Domain : 00000000
[DCCh 3532   4]                    Reserved2 : 00000000

[DD0h 3536   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[DD1h 3537   1]                       Length : 18

[DD2h 3538   2]                    Reserved1 : 0000
[DD4h 3540   4]             Proximity Domain : 00000002
[DD8h 3544   4]                      Apic ID : 0000012C
[DDCh 3548   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DE0h 3552   4]                 Clock Domain : 00000000
[DE4h 3556   4]                    Reserved2 : 00000000

[DE8h 3560   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[DE9h 3561   1]                       Length : 18

[DEAh 3562   2]                    Reserved1 : 0000
[DECh 3564   4]             Proximity Domain : 00000002
[DF0h 3568   4]                      Apic ID : 0000012D
[DF4h 3572   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DF8h 3576   4]                 Clock Domain : 00000000
[DFCh 3580   4]                    Reserved2 : 00000000

[E00h 3584   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E01h 3585   1]                       Length : 18

[E02h 3586   2]                    Reserved1 : 0000
[E04h 3588   4]             Proximity Domain : 00000002
[E08h 3592   4]                      Apic ID : 0000012E
[E0Ch 3596   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E10h 3600   4]                 Clock Domain : 00000000
[E14h 3604   4]                    Reserved2 : 00000000

[E18h 3608   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E19h 3609   1]                       Length : 18

[E1Ah 3610   2]                    Reserved1 : 0000
[E1Ch 3612   4]             Proximity Domain : 00000002
[E20h 3616   4]                      Apic ID : 0000012F
[E24h 3620   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E28h 3624   4]                 Clock Domain : 00000000
[E2Ch 3628   4]                    Reserved2 : 00000000

[E30h 3632   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E31h 3633   1]                       Length : 18

[E32h 3634   2]                    Reserved1 : 0000
[E34h 3636   4]             Proximity Domain : 00000002
[E38h 3640   4]                      Apic ID : 00000130
[E3Ch 3644   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E40h 3648   4]                 Clock Domain : 00000000
[E44h 3652   4]                    Reserved2 : 00000000

[E48h 3656   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E49h 3657   1]                       Length : 18

[E4Ah 3658   2]                    Reserved1 : 0000
[E4Ch 3660   4]             Proximity Domain : 00000002
[E50h 3664   4]                      Apic ID : 00000131
[E54h 3668   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E58h 3672   4]                 Clock Domain : 00000000
[E5Ch 3676   4]                    Reserved2 : 00000000

[E60h 3680   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E61h 3681   1]                       Length : 18

[E62h 3682   2]                    Reserved1 : 0000
[E64h 3684   4]             Proximity Domain : 00000002
[E68h 3688   4]                      Apic ID : 00000132
[E6Ch 3692   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E70h 3696   4]                 Clock Domain : 00000000
[E74h 3700   4]                    Reserved2 : 00000000

[E78h 3704   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E79h 3705   1]                       Length : 18

[E7Ah 3706   2]                    Reserved1 : 0000
[E7Ch 3708   4]             Proximity Domain : 00000002
[E80h 3712   4]                      Apic ID : 00000133
[E84h 3716   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E88h 3720   4]                 Clock Domain : 00000000
[E8Ch 3724   4]                    Reserved2 : 00000000

[E90h 3728   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[E91h 3729   1]                       Length : 18

[E92h 3730   2]                    Reserved1 : 0000
[E94h 3732   4]             Proximity Domain : 00000002
[E98h 3736   4]                      Apic ID : 00000134
[E9Ch 3740   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EA0h 3744   4]                 Clock Domain : 00000000
[EA4h 3748   4]                    Reserved2 : 00000000

[EA8h 3752   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[EA9h 3753   1]                       Length : 18

[EAAh 3754   2]                    Reserved1 : 0000
[EACh 3756   4]             Proximity Domain : 00000002
[EB0h 3760   4]                      Apic ID : 00000135
[EB4h 3764   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EB8h 3768   4]                 Clock Domain : 00000000
[EBCh 3772   4]                    Reserved2 : 00000000

[EC0h 3776   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[EC1h 3777   1]                       Length : 18

[EC2h 3778   2]                    Reserved1 : 0000
[EC4h 3780   4]             Proximity Domain : 00000002
[EC8h 3784   4]                      Apic ID : 00000136
[ECCh 3788   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[ED0h 3792   4]                 Clock Domain : 00000000
[ED4h 3796   4]                    Reserved2 : 00000000

[ED8h 3800   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[ED9h 3801   1]                       Length : 18

[EDAh 3802   2]                    Reserved1 : 0000
[EDCh 3804   4]             Proximity Domain : 00000002
[EE0h 3808   4]                      Apic ID : 00000137
[EE4h 3812   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EE8h 3816   4]                 Clock Domain : 00000000
[EECh 3820   4]                    Reserved2 : 00000000

[EF0h 3824   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[EF1h 3825   1]                       Length : 18

[EF2h 3826   2]                    Reserved1 : 0000
[EF4h 3828   4]             Proximity Domain : 00000002
[EF8h 3832   4]                      Apic ID : 00000138
[EFCh 3836   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F00h 3840   4]                 Clock Domain : 00000000
[F04h 3844   4]                    Reserved2 : 00000000

[F08h 3848   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F09h 3849   1]                       Length : 18

[F0Ah 3850   2]                    Reserved1 : 0000
[F0Ch 3852   4]             Proximity Domain : 00000002
[F10h 3856   4]                      Apic ID : 00000139
[F14h 3860   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F18h 3864   4]                 Clock Domain : 00000000
[F1Ch 3868   4]                    Reserved2 : 00000000

[F20h 3872   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F21h 3873   1]                       Length : 18

[F22h 3874   2]                    Reserved1 : 0000
[F24h 3876   4]             Proximity Domain : 00000002
[F28h 3880   4]                      Apic ID : 0000013A
[F2Ch 3884   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F30h 3888   4]                 Clock Domain : 00000000
[F34h 3892   4]                    Reserved2 : 00000000

[F38h 3896   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F39h 3897   1]                       Length : 18

[F3Ah 3898   2]                    Reserved1 : 0000
[F3Ch 3900   4]             Proximity Domain : 00000002
[F40h 3904   4]                      Apic ID : 0000013B
[F44h 3908   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F48h 3912   4]                 Clock Domain : 00000000
[F4Ch 3916   4]                    Reserved2 : 00000000

[F50h 3920   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F51h 3921   1]                       Length : 18

[F52h 3922   2]                    Reserved1 : 0000
[F54h 3924   4]             Proximity Domain : 00000002
[F58h 3928   4]                      Apic ID : 0000013C
[F5Ch 3932   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F60h 3936   4]                 Clock Domain : 00000000
[F64h 3940   4]                    Reserved2 : 00000000

[F68h 3944   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F69h 3945   1]                       Length : 18

[F6Ah 3946   2]                    Reserved1 : 0000
[F6Ch 3948   4]             Proximity Domain : 00000002
[F70h 3952   4]                      Apic ID : 0000013D
[F74h 3956   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F78h 3960   4]                 Clock Domain : 00000000
[F7Ch 3964   4]                    Reserved2 : 00000000

[F80h 3968   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F81h 3969   1]                       Length : 18

[F82h 3970   2]                    Reserved1 : 0000
[F84h 3972   4]             Proximity Domain : 00000002
[F88h 3976   4]                      Apic ID : 0000013E
[F8Ch 3980   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F90h 3984   4]                 Clock Domain : 00000000
[F94h 3988   4]                    Reserved2 : 00000000

[F98h 3992   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[F99h 3993   1]                       Length : 18

[F9Ah 3994   2]                    Reserved1 : 0000
[F9Ch 3996   4]             Proximity Domain : 00000002
[FA0h 4000   4]                      Apic ID : 0000013F
[FA4h 4004   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FA8h 4008   4]                 Clock Domain : 00000000
[FACh 4012   4]                    Reserved2 : 00000000

[FB0h 4016   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[FB1h 4017   1]                       Length : 18

[FB2h 4018   2]                    Reserved1 : 0000
[FB4h 4020   4]             Proximity Domain : 00000002
[FB8h 4024   4]                      Apic ID : 00000140
[FBCh 4028   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FC0h 4032   4]                 Clock Domain : 00000000
[FC4h 4036   4]                    Reserved2 : 00000000

[FC8h 4040   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[FC9h 4041   1]                       Length : 18

[FCAh 4042   2]                    Reserved1 : 0000
[FCCh 4044   4]             Proximity Domain : 00000002
[FD0h 4048   4]                      Apic ID : 00000141
[FD4h 4052   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FD8h 4056   4]                 Clock Domain : 00000000
[FDCh 4060   4]                    Reserved2 : 00000000

[FE0h 4064   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[FE1h 4065   1]                       Length : 18

[FE2h 4066   2]                    Reserved1 : 0000
[FE4h 4068   4]             Proximity Domain : 00000002
[FE8h 4072   4]                      Apic ID : 00000142
[FECh 4076   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FF0h 4080   4]                 Clock Domain : 00000000
[FF4h 4084   4]                    Reserved2 : 00000000

[FF8h 4088   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[FF9h 4089   1]                       Length : 18

[FFAh 4090   2]                    Reserved1 : 0000
[FFCh 4092   4]             Proximity Domain : 00000002
[1000h 4096   4]                      Apic ID : 00000143
[1004h 4100   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1008h 4104   4]                 Clock Domain : 00000000
[100Ch 4108   4]                    Reserved2 : 00000000

[1010h 4112   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1011h 4113   1]                       Length : 18

[1012h 4114   2]                    Reserved1 : 0000
[1014h 4116   4]             Proximity Domain : 00000002
[1018h 4120   4]                      Apic ID : 00000144
[101Ch 4124   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1020h 4128   4]                 Clock Domain : 00000000
[1024h 4132   4]                    Reserved2 : 00000000

[1028h 4136   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1029h 4137   1]                       Length : 18

[102Ah 4138   2]                    Reserved1 : 0000
[102Ch 4140   4]             Proximity Domain : 00000002
[1030h 4144   4]                      Apic ID : 00000145
[1034h 4148   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1038h 4152   4]                 Clock Domain : 00000000
[103Ch 4156   4]                    Reserved2 : 00000000

[1040h 4160   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1041h 4161   1]                       Length : 18

[1042h 4162   2]                    Reserved1 : 0000
[1044h 4164   4]             Proximity Domain : 00000002
[1048h 4168   4]                      Apic ID : 00000146
[104Ch 4172   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1050h 4176   4]                 Clock Domain : 00000000
[1054h 4180   4]                    Reserved2 : 00000000

[1058h 4184   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1059h 4185   1]                       Length : 18

[105Ah 4186   2]                    Reserved1 : 0000
[105Ch 4188   4]             Proximity Domain : 00000002
[1060h 4192   4]                      Apic ID : 00000147
[1064h 4196   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1068h 4200   4]                 Clock Domain : 00000000
[106Ch 4204   4]                    Reserved2 : 00000000

[1070h 4208   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1071h 4209   1]                       Length : 18

[1072h 4210   2]                    Reserved1 : 0000
[1074h 4212   4]             Proximity Domain : 00000002
[1078h 4216   4]                      Apic ID : 00000148
[107Ch 4220   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1080h 4224   4]                 Clock Domain : 00000000
[1084h 4228   4]                    Reserved2 : 00000000

[1088h 4232   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1089h 4233   1]                       Length : 18

[108Ah 4234   2]                    Reserved1 : 0000
[108Ch 4236   4]             Proximity Domain : 00000003
[1090h 4240   4]                      Apic ID : 00000149
[1094h 4244   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1098h 4248   4]                 Clock Domain : 00000000
[109Ch 4252   4]                    Reserved2 : 00000000

[10A0h 4256   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[10A1h 4257   1]                       Length : 18

[10A2h 4258   2]                    Reserved1 : 0000
[10A4h 4260   4]             Proximity Domain : 00000003
[10A8h 4264   4]                      Apic ID : 0000014A
[10ACh 4268   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10B0h 4272   4]                 Clock Domain : 00000000
[10B4h 4276   4]                    Reserved2 : 00000000

[10B8h 4280   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[10B9h 4281   1]                       Length : 18

[10BAh 4282   2]                    Reserved1 : 0000
[10BCh 4284   4]             Proximity Domain : 00000003
[10C0h 4288   4]                      Apic ID : 0000014B
[10C4h 4292   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10C8h 4296   4]                 Clock Domain : 00000000
[10CCh 4300   4]                    Reserved2 : 00000000

[10D0h 4304   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[10D1h 4305   1]                       Length : 18

[10D2h 4306   2]                    Reserved1 : 0000
[10D4h 4308   4]             Proximity Domain : 00000003
[10D8h 4312   4]                      Apic ID : 00000180
[10DCh 4316   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10E0h 4320   4]                 Clock Domain : 00000000
[10E4h 4324   4]                    Reserved2 : 00000000

[10E8h 4328   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[10E9h 4329   1]                       Length : 18

[10EAh 4330   2]                    Reserved1 : 0000
[10ECh 4332   4]             Proximity Domain : 00000003
[10F0h 4336   4]                      Apic ID : 00000181
[10F4h 4340   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10F8h 4344   4]                 Clock Domain : 00000000
[10FCh 4348   4]                    Reserved2 : 00000000

[1100h 4352   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1101h 4353   1]                       Length : 18

[1102h 4354   2]                    Reserved1 : 0000
[1104h 4356   4]             Proximity Domain : 00000003
[1108h 4360   4]                      Apic ID : 00000182
[110Ch 4364   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1110h 4368   4]                 Clock Domain : 00000000
[1114h 4372   4]                    Reserved2 : 00000000

[1118h 4376   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1119h 4377   1]                       Length : 18

[111Ah 4378   2]                    Reserved1 : 0000
[111Ch 4380   4]             Proximity Domain : 00000003
[1120h 4384   4]                      Apic ID : 00000183
[1124h 4388   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1128h 4392   4]                 Clock Domain : 00000000
[112Ch 4396   4]                    Reserved2 : 00000000

[1130h 4400   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1131h 4401   1]                       Length : 18

[1132h 4402   2]                    Reserved1 : 0000
[1134h 4404   4]             Proximity Domain : 00000003
[1138h 4408   4]                      Apic ID : 00000184
[113Ch 4412   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1140h 4416   4]                 Clock Domain : 00000000
[1144h 4420   4]                    Reserved2 : 00000000

[1148h 4424   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1149h 4425   1]                       Length : 18

[114Ah 4426   2]                    Reserved1 : 0000
[114Ch 4428   4]             Proximity Domain : 00000003
[1150h 4432   4]                      Apic ID : 00000185
[1154h 4436   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1158h 4440   4]                 Clock Domain : 00000000
[115Ch 4444   4]                    Reserved2 : 00000000

[1160h 4448   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1161h 4449   1]                       Length : 18

[1162h 4450   2]                    Reserved1 : 0000
[1164h 4452   4]             Proximity Domain : 00000003
[1168h 4456   4]                      Apic ID : 00000186
[116Ch 4460   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1170h 4464   4]                 Clock Domain : 00000000
[1174h 4468   4]                    Reserved2 : 00000000

[1178h 4472   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1179h 4473   1]                       Length : 18

[117Ah 4474   2]                    Reserved1 : 0000
[117Ch 4476   4]             Proximity Domain : 00000003
[1180h 4480   4]                      Apic ID : 00000187
[1184h 4484   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1188h 4488   4]                 Clock Domain : 00000000
[118Ch 4492   4]                    Reserved2 : 00000000

[1190h 4496   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1191h 4497   1]                       Length : 18

[1192h 4498   2]                    Reserved1 : 0000
[1194h 4500   4]             Proximity Domain : 00000003
[1198h 4504   4]                      Apic ID : 00000188
[119Ch 4508   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11A0h 4512   4]                 Clock Domain : 00000000
[11A4h 4516   4]                    Reserved2 : 00000000

[11A8h 4520   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[11A9h 4521   1]                       Length : 18

[11AAh 4522   2]                    Reserved1 : 0000
[11ACh 4524   4]             Proximity Domain : 00000003
[11B0h 4528   4]                      Apic ID : 00000189
[11B4h 4532   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11B8h 4536   4]                 Clock Domain : 00000000
[11BCh 4540   4]                    Reserved2 : 00000000

[11C0h 4544   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[11C1h 4545   1]                       Length : 18

[11C2h 4546   2]                    Reserved1 : 0000
[11C4h 4548   4]             Proximity Domain : 00000003
[11C8h 4552   4]                      Apic ID : 0000018A
[11CCh 4556   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11D0h 4560   4]                 Clock Domain : 00000000
[11D4h 4564   4]                    Reserved2 : 00000000

[11D8h 4568   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[11D9h 4569   1]                       Length : 18

[11DAh 4570   2]                    Reserved1 : 0000
[11DCh 4572   4]             Proximity Domain : 00000003
[11E0h 4576   4]                      Apic ID : 0000018B
[11E4h 4580   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11E8h 4584   4]                 Clock Domain : 00000000
[11ECh 4588   4]                    Reserved2 : 00000000

[11F0h 4592   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[11F1h 4593   1]                       Length : 18

[11F2h 4594   2]                    Reserved1 : 0000
[11F4h 4596   4]             Proximity Domain : 00000003
[11F8h 4600   4]                      Apic ID : 0000018C
[11FCh 4604   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1200h 4608   4]                 Clock Domain : 00000000
[1204h 4612   4]                    Reserved2 : 00000000

[1208h 4616   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1209h 4617   1]                       Length : 18

[120Ah 4618   2]                    Reserved1 : 0000
[120Ch 4620   4]             Proximity Domain : 00000003
[1210h 4624   4]                      Apic ID : 0000018D
[1214h 4628   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1218h 4632   4]                 Clock Domain : 00000000
[121Ch 4636   4]                    Reserved2 : 00000000

[1220h 4640   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1221h 4641   1]                       Length : 18

[1222h 4642   2]                    Reserved1 : 0000
[1224h 4644   4]             Proximity Domain : 00000003
[1228h 4648   4]                      Apic ID : 0000018E
[122Ch 4652   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1230h 4656   4]                 Clock Domain : 00000000
[1234h 4660   4]                    Reserved2 : 00000000

[1238h 4664   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1239h 4665   1]                       Length : 18

[123Ah 4666   2]                    Reserved1 : 0000
[123Ch 4668   4]             Proximity Domain : 00000003
[1240h 4672   4]                      Apic ID : 0000018F
[1244h 4676   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1248h 4680   4]                 Clock Domain : 00000000
[124Ch 4684   4]                    Reserved2 : 00000000

[1250h 4688   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1251h 4689   1]                       Length : 18

[1252h 4690   2]                    Reserved1 : 0000
[1254h 4692   4]             Proximity Domain : 00000003
[1258h 4696   4]                      Apic ID : 00000190
[125Ch 4700   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1260h 4704   4]                 Clock Domain : 00000000
[1264h 4708   4]                    Reserved2 : 00000000

[1268h 4712   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1269h 4713   1]                       Length : 18

[126Ah 4714   2]                    Reserved1 : 0000
[126Ch 4716   4]             Proximity Domain : 00000003
[1270h 4720   4]                      Apic ID : 00000191
[1274h 4724   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1278h 4728   4]                 Clock Domain : 00000000
[127Ch 4732   4]                    Reserved2 : 00000000

[1280h 4736   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1281h 4737   1]                       Length : 18

[1282h 4738   2]                    Reserved1 : 0000
[1284h 4740   4]             Proximity Domain : 00000003
[1288h 4744   4]                      Apic ID : 00000192
[128Ch 4748   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1290h 4752   4]                 Clock Domain : 00000000
[1294h 4756   4]                    Reserved2 : 00000000

[1298h 4760   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1299h 4761   1]                       Length : 18

[129Ah 4762   2]                    Reserved1 : 0000
[129Ch 4764   4]             Proximity Domain : 00000003
[12A0h 4768   4]                      Apic ID : 00000193
[12A4h 4772   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12A8h 4776   4]                 Clock Domain : 00000000
[12ACh 4780   4]                    Reserved2 : 00000000

[12B0h 4784   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[12B1h 4785   1]                       Length : 18

[12B2h 4786   2]                    Reserved1 : 0000
[12B4h 4788   4]             Proximity Domain : 00000003
[12B8h 4792   4]                      Apic ID : 00000194
[12BCh 4796   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12C0h 4800   4]                 Clock Domain : 00000000
[12C4h 4804   4]                    Reserved2 : 00000000

[12C8h 4808   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[12C9h 4809   1]                       Length : 18

[12CAh 4810   2]                    Reserved1 : 0000
[12CCh 4812   4]             Proximity Domain : 00000003
[12D0h 4816   4]                      Apic ID : 00000195
[12D4h 4820   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12D8h 4824   4]                 Clock Domain : 00000000
[12DCh 4828   4]                    Reserved2 : 00000000

[12E0h 4832   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[12E1h 4833   1]                       Length : 18

[12E2h 4834   2]                    Reserved1 : 0000
[12E4h 4836   4]             Proximity Domain : 00000003
[12E8h 4840   4]                      Apic ID : 00000196
[12ECh 4844   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12F0h 4848   4]                 Clock Domain : 00000000
[12F4h 4852   4]                    Reserved2 : 00000000

[12F8h 4856   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[12F9h 4857   1]                       Length : 18

[12FAh 4858   2]                    Reserved1 : 0000
[12FCh 4860   4]             Proximity Domain : 00000003
[1300h 4864   4]                      Apic ID : 00000197
[1304h 4868   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1308h 4872   4]                 Clock Domain : 00000000
[130Ch 4876   4]                    Reserved2 : 00000000

[1310h 4880   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1311h 4881   1]                       Length : 18

[1312h 4882   2]                    Reserved1 : 0000
[1314h 4884   4]             Proximity Domain : 00000003
[1318h 4888   4]                      Apic ID : 00000198
[131Ch 4892   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1320h 4896   4]                 Clock Domain : 00000000
[1324h 4900   4]                    Reserved2 : 00000000

[1328h 4904   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1329h 4905   1]                       Length : 18

[132Ah 4906   2]                    Reserved1 : 0000
[132Ch 4908   4]             Proximity Domain : 00000003
[1330h 4912   4]                      Apic ID : 00000199
[1334h 4916   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1338h 4920   4]                 Clock Domain : 00000000
[133Ch 4924   4]                    Reserved2 : 00000000

[1340h 4928   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1341h 4929   1]                       Length : 18

[1342h 4930   2]                    Reserved1 : 0000
[1344h 4932   4]             Proximity Domain : 00000003
[1348h 4936   4]                      Apic ID : 0000019A
[134Ch 4940   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1350h 4944   4]                 Clock Domain : 00000000
[1354h 4948   4]                    Reserved2 : 00000000

[1358h 4952   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1359h 4953   1]                       Length : 18

[135Ah 4954   2]                    Reserved1 : 0000
[135Ch 4956   4]             Proximity Domain : 00000003
[1360h 4960   4]                      Apic ID : 0000019B
[1364h 4964   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1368h 4968   4]                 Clock Domain : 00000000
[136Ch 4972   4]                    Reserved2 : 00000000

[1370h 4976   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1371h 4977   1]                       Length : 18

[1372h 4978   2]                    Reserved1 : 0000
[1374h 4980   4]             Proximity Domain : 00000003
[1378h 4984   4]                      Apic ID : 0000019C
[137Ch 4988   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1380h 4992   4]                 Clock Domain : 00000000
[1384h 4996   4]                    Reserved2 : 00000000

[1388h 5000   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1389h 5001   1]                       Length : 18

[138Ah 5002   2]                    Reserved1 : 0000
[138Ch 5004   4]             Proximity Domain : 00000003
[1390h 5008   4]                      Apic ID : 0000019D
[1394h 5012   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1398h 5016   4]                 Clock Domain : 00000000
[139Ch 5020   4]                    Reserved2 : 00000000

[13A0h 5024   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[13A1h 5025   1]                       Length : 18

[13A2h 5026   2]                    Reserved1 : 0000
[13A4h 5028   4]             Proximity Domain : 00000003
[13A8h 5032   4]                      Apic ID : 0000019E
[13ACh 5036   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13B0h 5040   4]                 Clock Domain : 00000000
[13B4h 5044   4]                    Reserved2 : 00000000

[13B8h 5048   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[13B9h 5049   1]                       Length : 18

[13BAh 5050   2]                    Reserved1 : 0000
[13BCh 5052   4]             Proximity Domain : 00000003
[13C0h 5056   4]                      Apic ID : 0000019F
[13C4h 5060   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13C8h 5064   4]                 Clock Domain : 00000000
[13CCh 5068   4]                    Reserved2 : 00000000

[13D0h 5072   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[13D1h 5073   1]                       Length : 18

[13D2h 5074   2]                    Reserved1 : 0000
[13D4h 5076   4]             Proximity Domain : 00000003
[13D8h 5080   4]                      Apic ID : 000001A0
[13DCh 5084   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13E0h 5088   4]                 Clock Domain : 00000000
[13E4h 5092   4]                    Reserved2 : 00000000

[13E8h 5096   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[13E9h 5097   1]                       Length : 18

[13EAh 5098   2]                    Reserved1 : 0000
[13ECh 5100   4]             Proximity Domain : 00000003
[13F0h 5104   4]                      Apic ID : 000001A1
[13F4h 5108   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13F8h 5112   4]                 Clock Domain : 00000000
[13FCh 5116   4]                    Reserved2 : 00000000

[1400h 5120   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1401h 5121   1]                       Length : 18

[1402h 5122   2]                    Reserved1 : 0000
[1404h 5124   4]             Proximity Domain : 00000003
[1408h 5128   4]                      Apic ID : 000001A2
[140Ch 5132   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1410h 5136   4]                 Clock Domain : 00000000
[1414h 5140   4]                    Reserved2 : 00000000

[1418h 5144   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1419h 5145   1]                       Length : 18

[141Ah 5146   2]                    Reserved1 : 0000
[141Ch 5148   4]             Proximity Domain : 00000003
[1420h 5152   4]                      Apic ID : 000001A3
[1424h 5156   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1428h 5160   4]                 Clock Domain : 00000000
[142Ch 5164   4]                    Reserved2 : 00000000

[1430h 5168   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1431h 5169   1]                       Length : 18

[1432h 5170   2]                    Reserved1 : 0000
[1434h 5172   4]             Proximity Domain : 00000003
[1438h 5176   4]                      Apic ID : 000001A4
[143Ch 5180   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1440h 5184   4]                 Clock Domain : 00000000
[1444h 5188   4]                    Reserved2 : 00000000

[1448h 5192   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1449h 5193   1]                       Length : 18

[144Ah 5194   2]                    Reserved1 : 0000
[144Ch 5196   4]             Proximity Domain : 00000003
[1450h 5200   4]                      Apic ID : 000001A5
[1454h 5204   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1458h 5208   4]                 Clock Domain : 00000000
[145Ch 5212   4]                    Reserved2 : 00000000

[1460h 5216   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1461h 5217   1]                       Length : 18

[1462h 5218   2]                    Reserved1 : 0000
[1464h 5220   4]             Proximity Domain : 00000003
[1468h 5224   4]                      Apic ID : 000001A6
[146Ch 5228   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1470h 5232   4]                 Clock Domain : 00000000
[1474h 5236   4]                    Reserved2 : 00000000

[1478h 5240   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1479h 5241   1]                       Length : 18

[147Ah 5242   2]                    Reserved1 : 0000
[147Ch 5244   4]             Proximity Domain : 00000003
[1480h 5248   4]                      Apic ID : 000001A7
[1484h 5252   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1488h 5256   4]                 Clock Domain : 00000000
[148Ch 5260   4]                    Reserved2 : 00000000

[1490h 5264   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1491h 5265   1]                       Length : 18

[1492h 5266   2]                    Reserved1 : 0000
[1494h 5268   4]             Proximity Domain : 00000003
[1498h 5272   4]                      Apic ID : 000001A8
[149Ch 5276   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14A0h 5280   4]                 Clock Domain : 00000000
[14A4h 5284   4]                    Reserved2 : 00000000

[14A8h 5288   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[14A9h 5289   1]                       Length : 18

[14AAh 5290   2]                    Reserved1 : 0000
[14ACh 5292   4]             Proximity Domain : 00000003
[14B0h 5296   4]                      Apic ID : 000001A9
[14B4h 5300   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14B8h 5304   4]                 Clock Domain : 00000000
[14BCh 5308   4]                    Reserved2 : 00000000

[14C0h 5312   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[14C1h 5313   1]                       Length : 18

[14C2h 5314   2]                    Reserved1 : 0000
[14C4h 5316   4]             Proximity Domain : 00000003
[14C8h 5320   4]                      Apic ID : 000001AA
[14CCh 5324   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14D0h 5328   4]                 Clock Domain : 00000000
[14D4h 5332   4]                    Reserved2 : 00000000

[14D8h 5336   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[14D9h 5337   1]                       Length : 18

[14DAh 5338   2]                    Reserved1 : 0000
[14DCh 5340   4]             Proximity Domain : 00000003
[14E0h 5344   4]                      Apic ID : 000001AB
[14E4h 5348   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14E8h 5352   4]                 Clock Domain : 00000000
[14ECh 5356   4]                    Reserved2 : 00000000

[14F0h 5360   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[14F1h 5361   1]                       Length : 18

[14F2h 5362   2]                    Reserved1 : 0000
[14F4h 5364   4]             Proximity Domain : 00000003
[14F8h 5368   4]                      Apic ID : 000001AC
[14FCh 5372   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1500h 5376   4]                 Clock Domain : 00000000
[1504h 5380   4]                    Reserved2 : 00000000

[1508h 5384   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1509h 5385   1]                       Length : 18

[150Ah 5386   2]                    Reserved1 : 0000
[150Ch 5388   4]             Proximity Domain : 00000003
[1510h 5392   4]                      Apic ID : 000001AD
[1514h 5396   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1518h 5400   4]                 Clock Domain : 00000000
[151Ch 5404   4]                    Reserved2 : 00000000

[1520h 5408   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1521h 5409   1]                       Length : 18

[1522h 5410   2]                    Reserved1 : 0000
[1524h 5412   4]             Proximity Domain : 00000003
[1528h 5416   4]                      Apic ID : 000001AE
[152Ch 5420   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1530h 5424   4]                 Clock Domain : 00000000
[1534h 5428   4]                    Reserved2 : 00000000

[1538h 5432   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1539h 5433   1]                       Length : 18

[153Ah 5434   2]                    Reserved1 : 0000
[153Ch 5436   4]             Proximity Domain : 00000003
[1540h 5440   4]                      Apic ID : 000001AF
[1544h 5444   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1548h 5448   4]                 Clock Domain : 00000000
[154Ch 5452   4]                    Reserved2 : 00000000

[1550h 5456   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1551h 5457   1]                       Length : 18

[1552h 5458   2]                    Reserved1 : 0000
[1554h 5460   4]             Proximity Domain : 00000003
[1558h 5464   4]                      Apic ID : 000001B0
[155Ch 5468   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1560h 5472   4]                 Clock Domain : 00000000
[1564h 5476   4]                    Reserved2 : 00000000

[1568h 5480   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1569h 5481   1]                       Length : 18

[156Ah 5482   2]                    Reserved1 : 0000
[156Ch 5484   4]             Proximity Domain : 00000003
[1570h 5488   4]                      Apic ID : 000001B1
[1574h 5492   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1578h 5496   4]                 Clock Domain : 00000000
[157Ch 5500   4]                    Reserved2 : 00000000

[1580h 5504   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1581h 5505   1]                       Length : 18

[1582h 5506   2]                    Reserved1 : 0000
[1584h 5508   4]             Proximity Domain : 00000003
[1588h 5512   4]                      Apic ID : 000001B2
[158Ch 5516   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1590h 5520   4]                 Clock Domain : 00000000
[1594h 5524   4]                    Reserved2 : 00000000

[1598h 5528   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1599h 5529   1]                       Length : 18

[159Ah 5530   2]                    Reserved1 : 0000
[159Ch 5532   4]             Proximity Domain : 00000003
[15A0h 5536   4]                      Apic ID : 000001B3
[15A4h 5540   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[15A8h 5544   4]                 Clock Domain : 00000000
[15ACh 5548   4]                    Reserved2 : 00000000

[15B0h 5552   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[15B1h 5553   1]                       Length : 18

[15B2h 5554   2]                    Reserved1 : 0000
[15B4h 5556   4]             Proximity Domain : 00000003
[15B8h 5560   4]                      Apic ID : 000001B4
[15BCh 5564   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[15C0h 5568   4]                 Clock Domain : 00000000
[15C4h 5572   4]                    Reserved2 : 00000000

[15C8h 5576   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[15C9h 5577   1]                       Length : 18

[15CAh 5578   2]                    Reserved1 : 0000
[15CCh 5580   4]             Proximity Domain : 00000003
[15D0h 5584   4]                      Apic ID : 000001B5
[15D4h 5588   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[15D8h 5592   4]                 Clock Domain : 00000000
[15DCh 5596   4]                    Reserved2 : 00000000

[15E0h 5600   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[15E1h 5601   1]                       Length : 18

[15E2h 5602   2]                    Reserved1 : 0000
[15E4h 5604   4]             Proximity Domain : 00000003
[15E8h 5608   4]                      Apic ID : 000001B6
[15ECh 5612   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[15F0h 5616   4]                 Clock Domain : 00000000
[15F4h 5620   4]                    Reserved2 : 00000000

[15F8h 5624   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[15F9h 5625   1]                       Length : 18

[15FAh 5626   2]                    Reserved1 : 0000
[15FCh 5628   4]             Proximity Domain : 00000003
[1600h 5632   4]                      Apic ID : 000001B7
[1604h 5636   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1608h 5640   4]                 Clock Domain : 00000000
[160Ch 5644   4]                    Reserved2 : 00000000

[1610h 5648   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1611h 5649   1]                       Length : 18

[1612h 5650   2]                    Reserved1 : 0000
[1614h 5652   4]             Proximity Domain : 00000003
[1618h 5656   4]                      Apic ID : 000001B8
[161Ch 5660   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1620h 5664   4]                 Clock Domain : 00000000
[1624h 5668   4]                    Reserved2 : 00000000

[1628h 5672   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1629h 5673   1]                       Length : 18

[162Ah 5674   2]                    Reserved1 : 0000
[162Ch 5676   4]             Proximity Domain : 00000003
[1630h 5680   4]                      Apic ID : 000001B9
[1634h 5684   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1638h 5688   4]                 Clock Domain : 00000000
[163Ch 5692   4]                    Reserved2 : 00000000

[1640h 5696   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1641h 5697   1]                       Length : 18

[1642h 5698   2]                    Reserved1 : 0000
[1644h 5700   4]             Proximity Domain : 00000003
[1648h 5704   4]                      Apic ID : 000001BA
[164Ch 5708   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1650h 5712   4]                 Clock Domain : 00000000
[1654h 5716   4]                    Reserved2 : 00000000

[1658h 5720   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1659h 5721   1]                       Length : 18

[165Ah 5722   2]                    Reserved1 : 0000
[165Ch 5724   4]             Proximity Domain : 00000003
[1660h 5728   4]                      Apic ID : 000001BB
[1664h 5732   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1668h 5736   4]                 Clock Domain : 00000000
[166Ch 5740   4]                    Reserved2 : 00000000

[1670h 5744   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1671h 5745   1]                       Length : 18

[1672h 5746   2]                    Reserved1 : 0000
[1674h 5748   4]             Proximity Domain : 00000003
[1678h 5752   4]                      Apic ID : 000001BC
[167Ch 5756   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1680h 5760   4]                 Clock Domain : 00000000
[1684h 5764   4]                    Reserved2 : 00000000

[1688h 5768   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1689h 5769   1]                       Length : 18

[168Ah 5770   2]                    Reserved1 : 0000
[168Ch 5772   4]             Proximity Domain : 00000003
[1690h 5776   4]                      Apic ID : 000001BD
[1694h 5780   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1698h 5784   4]                 Clock Domain : 00000000
[169Ch 5788   4]                    Reserved2 : 00000000

[16A0h 5792   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[16A1h 5793   1]                       Length : 18

[16A2h 5794   2]                    Reserved1 : 0000
[16A4h 5796   4]             Proximity Domain : 00000003
[16A8h 5800   4]                      Apic ID : 000001BE
[16ACh 5804   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[16B0h 5808   4]                 Clock Domain : 00000000
[16B4h 5812   4]                    Reserved2 : 00000000

[16B8h 5816   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[16B9h 5817   1]                       Length : 18

[16BAh 5818   2]                    Reserved1 : 0000
[16BCh 5820   4]             Proximity Domain : 00000003
[16C0h 5824   4]                      Apic ID : 000001BF
[16C4h 5828   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[16C8h 5832   4]                 Clock Domain : 00000000
[16CCh 5836   4]                    Reserved2 : 00000000

[16D0h 5840   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[16D1h 5841   1]                       Length : 18

[16D2h 5842   2]                    Reserved1 : 0000
[16D4h 5844   4]             Proximity Domain : 00000003
[16D8h 5848   4]                      Apic ID : 000001C0
[16DCh 5852   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[16E0h 5856   4]                 Clock Domain : 00000000
[16E4h 5860   4]                    Reserved2 : 00000000

[16E8h 5864   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[16E9h 5865   1]                       Length : 18

[16EAh 5866   2]                    Reserved1 : 0000
[16ECh 5868   4]             Proximity Domain : 00000003
[16F0h 5872   4]                      Apic ID : 000001C1
[16F4h 5876   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[16F8h 5880   4]                 Clock Domain : 00000000
[16FCh 5884   4]                    Reserved2 : 00000000

[1700h 5888   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1701h 5889   1]                       Length : 18

[1702h 5890   2]                    Reserved1 : 0000
[1704h 5892   4]             Proximity Domain : 00000003
[1708h 5896   4]                      Apic ID : 000001C2
[170Ch 5900   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1710h 5904   4]                 Clock Domain : 00000000
[1714h 5908   4]                    Reserved2 : 00000000

[1718h 5912   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1719h 5913   1]                       Length : 18

[171Ah 5914   2]                    Reserved1 : 0000
[171Ch 5916   4]             Proximity Domain : 00000003
[1720h 5920   4]                      Apic ID : 000001C3
[1724h 5924   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1728h 5928   4]                 Clock Domain : 00000000
[172Ch 5932   4]                    Reserved2 : 00000000

[1730h 5936   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1731h 5937   1]                       Length : 18

[1732h 5938   2]                    Reserved1 : 0000
[1734h 5940   4]             Proximity Domain : 00000003
[1738h 5944   4]                      Apic ID : 000001C4
[173Ch 5948   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1740h 5952   4]                 Clock Domain : 00000000
[1744h 5956   4]                    Reserved2 : 00000000

[1748h 5960   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1749h 5961   1]                       Length : 18

[174Ah 5962   2]                    Reserved1 : 0000
[174Ch 5964   4]             Proximity Domain : 00000003
[1750h 5968   4]                      Apic ID : 000001C5
[1754h 5972   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1758h 5976   4]                 Clock Domain : 00000000
[175Ch 5980   4]                    Reserved2 : 00000000

[1760h 5984   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1761h 5985   1]                       Length : 18

[1762h 5986   2]                    Reserved1 : 0000
[1764h 5988   4]             Proximity Domain : 00000003
[1768h 5992   4]                      Apic ID : 000001C6
[176Ch 5996   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1770h 6000   4]                 Clock Domain : 00000000
[1774h 6004   4]                    Reserved2 : 00000000

[1778h 6008   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[1779h 6009   1]                       Length : 18

[177Ah 6010   2]                    Reserved1 : 0000
[177Ch 6012   4]             Proximity Domain : 00000003
[1780h 6016   4]                      Apic ID : 000001C7
[1784h 6020   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1788h 6024   4]                 Clock Domain : 00000000
[178Ch 6028   4]                    Reserved2 : 00000000

[1790h 6032   1]                Subtable Type : 01 [Memory Affinity]
[1791h 6033   1]                       Length : 28

[1792h 6034   4]             Proximity Domain : 00000000
[1796h 6038   2]                    Reserved1 : 0000
[1798h 6040   8]                 Base Address : 0000000000000000
[17A0h 6048   8]               Address Length : 00000000C0000000
[17A8h 6056   4]                    Reserved2 : 00000000
[17ACh 6060   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[17B0h 6064   8]                    Reserved3 : 0000000000000000

[17B8h 6072   1]                Subtable Type : 01 [Memory Affinity]
[17B9h 6073   1]                       Length : 28

[17BAh 6074   4]             Proximity Domain : 00000000
[17BEh 6078   2]                    Reserved1 : 0000
[17C0h 6080   8]                 Base Address : 0000000100000000
[17C8h 6088   8]               Address Length : 0000000F40000000
[17D0h 6096   4]                    Reserved2 : 00000000
[17D4h 6100   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[17D8h 6104   8]                    Reserved3 : 0000000000000000

[17E0h 6112   1]                Subtable Type : 01 [Memory Affinity]
[17E1h 6113   1]                       Length : 28

[17E2h 6114   4]             Proximity Domain : 00000001
[17E6h 6118   2]                    Reserved1 : 0000
[17E8h 6120   8]                 Base Address : 0000001040000000
[17F0h 6128   8]               Address Length : 0000001000000000
[17F8h 6136   4]                    Reserved2 : 00000000
[17FCh 6140   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[1800h 6144   8]                    Reserved3 : 0000000000000000

[1808h 6152   1]                Subtable Type : 01 [Memory Affinity]
[1809h 6153   1]                       Length : 28

[180Ah 6154   4]             Proximity Domain : 00000002
[180Eh 6158   2]                    Reserved1 : 0000
[1810h 6160   8]                 Base Address : 0000002040000000
[1818h 6168   8]               Address Length : 0000001000000000
[1820h 6176   4]                    Reserved2 : 00000000
[1824h 6180   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[1828h 6184   8]                    Reserved3 : 0000000000000000

[1830h 6192   1]                Subtable Type : 01 [Memory Affinity]
[1831h 6193   1]                       Length : 28

[1832h 6194   4]             Proximity Domain : 00000003
[1836h 6198   2]                    Reserved1 : 0000
[1838h 6200   8]                 Base Address : 0000003040000000
[1840h 6208   8]               Address Length : 0000001000000000
[1848h 6216   4]                    Reserved2 : 00000000
[184Ch 6220   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[1850h 6224   8]                    Reserved3 : 0000000000000000
