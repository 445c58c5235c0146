[000h 0000   4]                    Signature : "SRAT"    [System Resource Affinity Table]
[004h 0004   4]                 Table Length : 000015C0
[008h 0008   1]                     Revision : 03
[009h 0009   1]                     Checksum : 7C
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   4]               Table Revision : 00000001
[028h 0040   8]                     Reserved : 0000000000000000

[030h 0048   1]                Subtable Type : 03 [GICC Affinity]
[031h 0049   1]                       Length : 12

[032h 0050   4]             Proximity Domain : 00000000
[036h 0054   4]           Acpi Processor UID : 00000000
[03Ah 0058   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[03Eh 0062   4]                 Clock Domain : 00000000

[042h 0066   1]                Subtable Type : 03 [GICC Affinity]
[043h 0067   1]                       Length : 12

[044h 0068   4]             Proximity Domain : 00000000
[048h 0072   4]           Acpi Processor UID : 00000001
[04Ch 0076   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[050h 0080   4]                 Clock Domain : 00000000

[054h 0084   1]                Subtable Type : 03 [GICC Affinity]
[055h 0085   1]                       Length : 12

[056h 0086   4]             Proximity Domain : 00000000
[05Ah 0090   4]           Acpi Processor UID : 00000002
[05Eh 0094   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[062h 0098   4]                 Clock Domain : 00000000

[066h 0102   1]                Subtable Type : 03 [GICC Affinity]
[067h 0103   1]                       Length : 12

[068h 0104   4]             Proximity Domain : 00000000
[06Ch 0108   4]           Acpi Processor UID : 00000003
[070h 0112   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[074h 0116   4]                 Clock Domain : 00000000

[078h 0120   1]                Subtable Type : 03 [GICC Affinity]
[079h 0121   1]                       Length : 12

[07Ah 0122   4]             Proximity Domain : 00000000
[07Eh 0126   4]           Acpi Processor UID : 00000004
[082h 0130   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[086h 0134   4]                 Clock Domain : 00000000

[08Ah 0138   1]                Subtable Type : 03 [GICC Affinity]
[08Bh 0139   1]                       Length : 12

[08Ch 0140   4]             Proximity Domain : 00000000
[090h 0144   4]           Acpi Processor UID : 00000005
[094h 0148   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[098h 0152   4]                 Clock Domain : 00000000

[09Ch 0156   1]                Subtable Type : 03 [GICC Affinity]
[09Dh 0157   1]                       Length : 12

[09Eh 0158   4]             Proximity Domain : 00000000
[0A2h 0162   4]           Acpi Processor UID : 00000006
[0A6h 0166   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0AAh 0170   4]                 Clock Domain : 00000000

[0AEh 0174   1]                Subtable Type : 03 [GICC Affinity]
[0AFh 0175   1]                       Length : 12

[0B0h 0176   4]             Proximity Domain : 00000000
[0B4h 0180   4]           Acpi Processor UID : 00000007
[0B8h 0184   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0BCh 0188   4]                 Clock Domain : 00000000

[0C0h 0192   1]                Subtable Type : 03 [GICC Affinity]
[0C1h 0193   1]                       Length : 12

[0C2h 0194   4]             Proximity Domain : 00000000
[0C6h 0198   4]           Acpi Processor UID : 00000008
[0CAh 0202   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0CEh 0206   4]                 Clock Domain : 00000000

[0D2h 0210   1]                Subtable Type : 03 [GICC Affinity]
[0D3h 0211   1]                       Length : 12

[0D4h 0212   4]             Proximity Domain : 00000000
[0D8h 0216   4]           Acpi Processor UID : 00000009
[0DCh 0220   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0E0h 0224   4]                 Clock Domain : 00000000

[0E4h 0228   1]                Subtable Type : 03 [GICC Affinity]
[0E5h 0229   1]                       Length : 12

[0E6h 0230   4]             Proximity Domain : 00000000
[0EAh 0234   4]           Acpi Processor UID : 0000000A
[0EEh 0238   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[0F2h 0242   4]                 Clock Domain : 00000000

[0F6h 0246   1]                Subtable Type : 03 [GICC Affinity]
[0F7h 0247   1]                       Length : 12

[0F8h 0248   4]             Proximity Domain : 00000000
[0FCh 0252   4]           Acpi Processor UID : 0000000B
[100h 0256   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[104h 0260   4]                 Clock Domain : 00000000

[108h 0264   1]                Subtable Type : 03 [GICC Affinity]
[109h 0265   1]                       Length : 12

[10Ah 0266   4]             Proximity Domain : 00000000
[10Eh 0270   4]           Acpi Processor UID : 0000000C
[112h 0274   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[116h 0278   4]                 Clock Domain : 00000000

[11Ah 0282   1]                Subtable Type : 03 [GICC Affinity]
[11Bh 0283   1]                       Length : 12

[11Ch 0284   4]             Proximity Domain : 00000000
[120h 0288   4]           Acpi Processor UID : 0000000D
[124h 0292   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[128h 0296   4]                 Clock Domain : 00000000

[12Ch 0300   1]                Subtable Type : 03 [GICC Affinity]
[12Dh 0301   1]                       Length : 12

[12Eh 0302   4]             Proximity Domain : 00000000
[132h 0306   4]           Acpi Processor UID : 0000000E
[136h 0310   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13Ah 0314   4]                 Clock Domain : 00000000

[13Eh 0318   1]                Subtable Type : 03 [GICC Affinity]
[13Fh 0319   1]                       Length : 12

[140h 0320   4]             Proximity Domain : 00000000
[144h 0324   4]           Acpi Processor UID : 0000000F
[148h 0328   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14Ch 0332   4]                 Clock Domain : 00000000

[150h 0336   1]                Subtable Type : 03 [GICC Affinity]
[151h 0337   1]                       Length : 12

[152h 0338   4]             Proximity Domain : 00000000
[156h 0342   4]           Acpi Processor UID : 00000010
[15Ah 0346   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[15Eh 0350   4]                 Clock Domain : 00000000

[162h 0354   1]                Subtable Type : 03 [GICC Affinity]
[163h 0355   1]                       Length : 12

[164h 0356   4]             Proximity Domain : 00000000
[168h 0360   4]           Acpi Processor UID : 00000011
[16Ch 0364   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[170h 0368   4]                 Clock Domain : 00000000

[174h 0372   1]                Subtable Type : 03 [GICC Affinity]
[175h 0373   1]                       Length : 12

[176h 0374   4]             Proximity Domain : 00000000
[17Ah 0378   4]           Acpi Processor UID : 00000012
[17Eh 0382   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[182h 0386   4]                 Clock Domain : 00000000

[186h 0390   1]                Subtable Type : 03 [GICC Affinity]
[187h 0391   1]                       Length : 12

[188h 0392   4]             Proximity Domain : 00000000
[18Ch 0396   4]           Acpi Processor UID : 00000013
[190h 0400   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[194h 0404   4]                 Clock Domain : 00000000

[198h 0408   1]                Subtable Type : 03 [GICC Affinity]
[199h 0409   1]                       Length : 12

[19Ah 0410   4]             Proximity Domain : 00000000
[19Eh 0414   4]           Acpi Processor UID : 00000014
[1A2h 0418   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1A6h 0422   4]                 Clock Domain : 00000000

[1AAh 0426   1]                Subtable Type : 03 [GICC Affinity]
[1ABh 0427   1]                       Length : 12

[1ACh 0428   4]             Proximity Domain : 00000000
[1B0h 0432   4]           Acpi Processor UID : 00000015
[1B4h 0436   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1B8h 0440   4]                 Clock Domain : 00000000

[1BCh 0444   1]                Subtable Type : 03 [GICC Affinity]
[1BDh 0445   1]                       Length : 12

[1BEh 0446   4]             Proximity Domain : 00000000
[1C2h 0450   4]           Acpi Processor UID : 00000016
[1C6h 0454   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1CAh 0458   4]                 Clock Domain : 00000000

[1CEh 0462   1]                Subtable Type : 03 [GICC Affinity]
[1CFh 0463   1]                       Length : 12

[1D0h 0464   4]             Proximity Domain : 00000000
[1D4h 0468   4]           Acpi Processor UID : 00000017
[1D8h 0472   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1DCh 0476   4]                 Clock Domain : 00000000

[1E0h 0480   1]                Subtable Type : 03 [GICC Affinity]
[1E1h 0481   1]                       Length : 12

[1E2h 0482   4]             Proximity Domain : 00000000
[1E6h 0486   4]           Acpi Processor UID : 00000018
[1EAh 0490   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1EEh 0494   4]                 Clock Domain : 00000000

[1F2h 0498   1]                Subtable Type : 03 [GICC Affinity]
[1F3h 0499   1]                       Length : 12

[1F4h 0500   4]             Proximity Domain : 00000000
[1F8h 0504   4]           Acpi Processor UID : 00000019
[1FCh 0508   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[200h 0512   4]                 Clock Domain : 00000000

[204h 0516   1]                Subtable Type : 03 [GICC Affinity]
[205h 0517   1]                       Length : 12

[206h 0518   4]             Proximity Domain : 00000000
[20Ah 0522   4]           Acpi Processor UID : 0000001A
[20Eh 0526   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[212h 0530   4]                 Clock Domain : 00000000

[216h 0534   1]                Subtable Type : 03 [GICC Affinity]
[217h 0535   1]                       Length : 12

[218h 0536   4]             Proximity Domain : 00000000
[21Ch 0540   4]           Acpi Processor UID : 0000001B
[220h 0544   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[224h 0548   4]                 Clock Domain : 00000000

[228h 0552   1]                Subtable Type : 03 [GICC Affinity]
[229h 0553   1]                       Length : 12

[22Ah 0554   4]             Proximity Domain : 00000000
[22Eh 0558   4]           Acpi Processor UID : 0000001C
[232h 0562   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[236h 0566   4]                 Clock Domain : 00000000

[23Ah 0570   1]                Subtable Type : 03 [GICC Affinity]
[23Bh 0571   1]                       Length : 12

[23Ch 0572   4]             Proximity Domain : 00000000
[240h 0576   4]           Acpi Processor UID : 0000001D
[244h 0580   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[248h 0584   4]                 Clock Domain : 00000000

[24Ch 0588   1]                Subtable Type : 03 [GICC Affinity]
[24Dh 0589   1]                       Length : 12

[24Eh 0590   4]             Proximity Domain : 00000000
[252h 0594   4]           Acpi Processor UID : 0000001E
[256h 0598   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[25Ah 0602   4]                 Clock Domain : 00000000

[25Eh 0606   1]                Subtable Type : 03 [GICC Affinity]
[25Fh 0607   1]                       Length : 12

[260h 0608   4]             Proximity Domain : 00000000
[264h 0612   4]           Acpi Processor UID : 0000001F
[268h 0616   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[26Ch 0620   4]                 Clock Domain : 00000000

[270h 0624   1]                Subtable Type : 03 [GICC Affinity]
[271h 0625   1]                       Length : 12

[272h 0626   4]             Proximity Domain : 00000000
[276h 0630   4]           Acpi Processor UID : 00000020
[27Ah 0634   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[27Eh 0638   4]                 Clock Domain : 00000000

[282h 0642   1]                Subtable Type : 03 [GICC Affinity]
[283h 0643   1]                       Length : 12

[284h 0644   4]             Proximity Domain : 00000000
[288h 0648   4]           Acpi Processor UID : 00000021
[28Ch 0652   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[290h 0656   4]                 Clock Domain : 00000000

[294h 0660   1]                Subtable Type : 03 [GICC Affinity]
[295h 0661   1]                       Length : 12

[296h 0662   4]             Proximity Domain : 00000000
[29Ah 0666   4]           Acpi Processor UID : 00000022
[29Eh 0670   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2A2h 0674   4]                 Clock Domain : 00000000

[2A6h 0678   1]                Subtable Type : 03 [GICC Affinity]
[2A7h 0679   1]                       Length : 12

[2A8h 0680   4]             Proximity Domain : 00000000
[2ACh 0684   4]           Acpi Processor UID : 00000023
[2B0h 0688   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2B4h 0692   4]                 Clock Domain : 00000000

[2B8h 0696   1]                Subtable Type : 03 [GICC Affinity]
[2B9h 0697   1]                       Length : 12

[2BAh 0698   4]             Proximity Domain : 00000000
[2BEh 0702   4]           Acpi Processor UID : 00000024
[2C2h 0706   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2C6h 0710   4]                 Clock Domain : 00000000

[2CAh 0714   1]                Subtable Type : 03 [GICC Affinity]
[2CBh 0715   1]                       Length : 12

[2CCh 0716   4]             Proximity Domain : 00000000
[2D0h 0720   4]           Acpi Processor UID : 00000025
[2D4h 0724   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2D8h 0728   4]                 Clock Domain : 00000000

[2DCh 0732   1]                Subtable Type : 03 [GICC Affinity]
[2DDh 0733   1]                       Length : 12

[2DEh 0734   4]             Proximity Domain : 00000000
[2E2h 0738   4]           Acpi Processor UID : 00000026
[2E6h 0742   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2EAh 0746   4]                 Clock Domain : 00000000

[2EEh 0750   1]                Subtable Type : 03 [GICC Affinity]
[2EFh 0751   1]                       Length : 12

[2F0h 0752   4]             Proximity Domain : 00000000
[2F4h 0756   4]           Acpi Processor UID : 00000027
[2F8h 0760   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[2FCh 0764   4]                 Clock Domain : 00000000

[300h 0768   1]                Subtable Type : 03 [GICC Affinity]
[301h 0769   1]                       Length : 12

[302h 0770   4]             Proximity Domain : 00000000
[306h 0774   4]           Acpi Processor UID : 00000028
[30Ah 0778   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[30Eh 0782   4]                 Clock Domain : 00000000

[312h 0786   1]                Subtable Type : 03 [GICC Affinity]
[313h 0787   1]                       Length : 12

[314h 0788   4]             Proximity Domain : 00000000
[318h 0792   4]           Acpi Processor UID : 00000029
[31Ch 0796   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[320h 0800   4]                 Clock Domain : 00000000

[324h 0804   1]                Subtable Type : 03 [GICC Affinity]
[325h 0805   1]                       Length : 12

[326h 0806   4]             Proximity Domain : 00000000
[32Ah 0810   4]           Acpi Processor UID : 0000002A
[32Eh 0814   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[332h 0818   4]                 Clock Domain : 00000000

[336h 0822   1]                Subtable Type : 03 [GICC Affinity]
[337h 0823   1]                       Length : 12

[338h 0824   4]             Proximity Domain : 00000000
[33Ch 0828   4]           Acpi Processor UID : 0000002B
[340h 0832   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[344h 0836   4]                 Clock Domain : 00000000

[348h 0840   1]                Subtable Type : 03 [GICC Affinity]
[349h 0841   1]                       Length : 12

[34Ah 0842   4]             Proximity Domain : 00000000
[34Eh 0846   4]           Acpi Processor UID : 0000002C
[352h 0850   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[356h 0854   4]                 Clock Domain : 00000000

[35Ah 0858   1]                Subtable Type : 03 [GICC Affinity]
[35Bh 0859   1]                       Length : 12

[35Ch 0860   4]             Proximity Domain : 00000000
[360h 0864   4]           Acpi Processor UID : 0000002D
[364h 0868   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[368h 0872   4]                 Clock Domain : 00000000

[36Ch 0876   1]                Subtable Type : 03 [GICC Affinity]
[36Dh 0877   1]                       Length : 12

[36Eh 0878   4]             Proximity Domain : 00000000
[372h 0882   4]           Acpi Processor UID : 0000002E
[376h 0886   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[37Ah 0890   4]                 Clock Domain : 00000000

[37Eh 0894   1]                Subtable Type : 03 [GICC Affinity]
[37Fh 0895   1]                       Length : 12

[380h 0896   4]             Proximity Domain : 00000000
[384h 0900   4]           Acpi Processor UID : 0000002F
[388h 0904   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[38Ch 0908   4]                 Clock Domain : 00000000

[390h 0912   1]                Subtable Type : 03 [GICC Affinity]
[391h 0913   1]                       Length : 12

[392h 0914   4]             Proximity Domain : 00000000
[396h 0918   4]           Acpi Processor UID : 00000030
[39Ah 0922   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[39Eh 0926   4]                 Clock Domain : 00000000

[3A2h 0930   1]                Subtable Type : 03 [GICC Affinity]
[3A3h 0931   1]                       Length : 12

[3A4h 0932   4]             Proximity Domain : 00000000
[3A8h 0936   4]           Acpi Processor UID : 00000031
[3ACh 0940   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3B0h 0944   4]                 Clock Domain : 00000000

[3B4h 0948   1]                Subtable Type : 03 [GICC Affinity]
[3B5h 0949   1]                       Length : 12

[3B6h 0950   4]             Proximity Domain : 00000000
[3BAh 0954   4]           Acpi Processor UID : 00000032
[3BEh 0958   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3C2h 0962   4]                 Clock Domain : 00000000

[3C6h 0966   1]                Subtable Type : 03 [GICC Affinity]
[3C7h 0967   1]                       Length : 12

[3C8h 0968   4]             Proximity Domain : 00000000
[3CCh 0972   4]           Acpi Processor UID : 00000033
[3D0h 0976   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3D4h 0980   4]                 Clock Domain : 00000000

[3D8h 0984   1]                Subtable Type : 03 [GICC Affinity]
[3D9h 0985   1]                       Length : 12

[3DAh 0986   4]             Proximity Domain : 00000000
[3DEh 0990   4]           Acpi Processor UID : 00000034
[3E2h 0994   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3E6h 0998   4]                 Clock Domain : 00000000

[3EAh 1002   1]                Subtable Type : 03 [GICC Affinity]
[3EBh 1003   1]                       Length : 12

[3ECh 1004   4]             Proximity Domain : 00000000
[3F0h 1008   4]           Acpi Processor UID : 00000035
[3F4h 1012   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[3F8h 1016   4]                 Clock Domain : 00000000

[3FCh 1020   1]                Subtable Type : 03 [GICC Affinity]
[3FDh 1021   1]                       Length : 12

[3FEh 1022   4]             Proximity Domain : 00000000
[402h 1026   4]           Acpi Processor UID : 00000036
[406h 1030   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[40Ah 1034   4]                 Clock Domain : 00000000

[40Eh 1038   1]                Subtable Type : 03 [GICC Affinity]
[40Fh 1039   1]                       Length : 12

[410h 1040   4]             Proximity Domain : 00000000
[414h 1044   4]           Acpi Processor UID : 00000037
[418h 1048   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[41Ch 1052   4]                 Clock Domain : 00000000

[420h 1056   1]                Subtable Type : 03 [GICC Affinity]
[421h 1057   1]                       Length : 12

[422h 1058   4]             Proximity Domain : 00000000
[426h 1062   4]           Acpi Processor UID : 00000038
[42Ah 1066   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[42Eh 1070   4]                 Clock Domain : 00000000

[432h 1074   1]                Subtable Type : 03 [GICC Affinity]
[433h 1075   1]                       Length : 12

[434h 1076   4]             Proximity Domain : 00000000
[438h 1080   4]           Acpi Processor UID : 00000039
[43Ch 1084   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[440h 1088   4]                 Clock Domain : 00000000

[444h 1092   1]                Subtable Type : 03 [GICC Affinity]
[445h 1093   1]                       Length : 12

[446h 1094   4]             Proximity Domain : 00000000
[44Ah 1098   4]           Acpi Processor UID : 0000003A
[44Eh 1102   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[452h 1106   4]                 Clock Domain : 00000000

[456h 1110   1]                Subtable Type : 03 [GICC Affinity]
[457h 1111   1]                       Length : 12

[458h 1112   4]             Proximity Domain : 00000000
[45Ch 1116   4]           Acpi Processor UID : 0000003B
[460h 1120   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[464h 1124   4]                 Clock Domain : 00000000

[468h 1128   1]                Subtable Type : 03 [GICC Affinity]
[469h 1129   1]                       Length : 12

[46Ah 1130   4]             Proximity Domain : 00000000
[46Eh 1134   4]           Acpi Processor UID : 0000003C
[472h 1138   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[476h 1142   4]                 Clock Domain : 00000000

[47Ah 1146   1]                Subtable Type : 03 [GICC Affinity]
[47Bh 1147   1]                       Length : 12

[47Ch 1148   4]             Proximity Domain : 00000000
[480h 1152   4]           Acpi Processor UID : 0000003D
[484h 1156   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[488h 1160   4]                 Clock Domain : 00000000

[48Ch 1164   1]                Subtable Type : 03 [GICC Affinity]
[48Dh 1165   1]                       Length : 12

[48Eh 1166   4]             Proximity Domain : 00000000
[492h 1170   4]           Acpi Processor UID : 0000003E
[496h 1174   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[49Ah 1178   4]                 Clock Domain : 00000000

[49Eh 1182   1]                Subtable Type : 03 [GICC Affinity]
[49Fh 1183   1]                       Length : 12

[4A0h 1184   4]             Proximity Domain : 00000000
[4A4h 1188   4]           Acpi Processor UID : 0000003F
[4A8h 1192   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4ACh 1196   4]                 Clock Domain : 00000000

[4B0h 1200   1]                Subtable Type : 03 [GICC Affinity]
[4B1h 1201   1]                       Length : 12

[4B2h 1202   4]             Proximity Domain : 00000000
[4B6h 1206   4]           Acpi Processor UID : 00000040
[4BAh 1210   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4BEh 1214   4]                 Clock Domain : 00000000

[4C2h 1218   1]                Subtable Type : 03 [GICC Affinity]
[4C3h 1219   1]                       Length : 12

[4C4h 1220   4]             Proximity Domain : 00000000
[4C8h 1224   4]           Acpi Processor UID : 00000041
[4CCh 1228   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4D0h 1232   4]                 Clock Domain : 00000000

[4D4h 1236   1]                Subtable Type : 03 [GICC Affinity]
[4D5h 1237   1]                       Length : 12

[4D6h 1238   4]             Proximity Domain : 00000000
[4DAh 1242   4]           Acpi Processor UID : 00000042
[4DEh 1246   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4E2h 1250   4]                 Clock Domain : 00000000

[4E6h 1254   1]                Subtable Type : 03 [GICC Affinity]
[4E7h 1255   1]                       Length : 12

[4E8h 1256   4]             Proximity Domain : 00000000
[4ECh 1260   4]           Acpi Processor UID : 00000043
[4F0h 1264   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[4F4h 1268   4]                 Clock Domain : 00000000

[4F8h 1272   1]                Subtable Type : 03 [GICC Affinity]
[4F9h 1273   1]                       Length : 12

[4FAh 1274   4]             Proximity Domain : 00000000
[4FEh 1278   4]           Acpi Processor UID : 00000044
[502h 1282   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[506h 1286   4]                 Clock Domain : 00000000

[50Ah 1290   1]                Subtable Type : 03 [GICC Affinity]
[50Bh 1291   1]                       Length : 12

[50Ch 1292   4]             Proximity Domain : 00000000
[510h 1296   4]           Acpi Processor UID : 00000045
[514h 1300   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[518h 1304   4]                 Clock Domain : 00000000

[51Ch 1308   1]                Subtable Type : 03 [GICC Affinity]
[51Dh 1309   1]                       Length : 12

[51Eh 1310   4]             Proximity Domain : 00000000
[522h 1314   4]           Acpi Processor UID : 00000046
[526h 1318   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[52Ah 1322   4]                 Clock Domain : 00000000

[52Eh 1326   1]                Subtable Type : 03 [GICC Affinity]
[52Fh 1327   1]                       Length : 12

[530h 1328   4]             Proximity Domain : 00000000
[534h 1332   4]           Acpi Processor UID : 00000047
[538h 1336   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[53Ch 1340   4]                 Clock Domain : 00000000

[540h 1344   1]                Subtable Type : 03 [GICC Affinity]
[541h 1345   1]                       Length : 12

[542h 1346   4]             Proximity Domain : 00000000
[546h 1350   4]           Acpi Processor UID : 00000048
[54Ah 1354   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[54Eh 1358   4]                 Clock Domain : 00000000

[552h 1362   1]                Subtable Type : 03 [GICC Affinity]
[553h 1363   1]                       Length : 12

[554h 1364   4]             Proximity Domain : 00000000
[558h 1368   4]           Acpi Processor UID : 00000049
[55Ch 1372   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[560h 1376   4]                 Clock Domain : 00000000

[564h 1380   1]                Subtable Type : 03 [GICC Affinity]
[565h 1381   1]                       Length : 12

[566h 1382   4]             Proximity Domain : 00000000
[56Ah 1386   4]           Acpi Processor UID : 0000004A
[56Eh 1390   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[572h 1394   4]                 Clock Domain : 00000000

[576h 1398   1]                Subtable Type : 03 [GICC Affinity]
[577h 1399   1]                       Length : 12

[578h 1400   4]             Proximity Domain : 00000000
[57Ch 1404   4]           Acpi Processor UID : 0000004B
[580h 1408   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[584h 1412   4]                 Clock Domain : 00000000

[588h 1416   1]                Subtable Type : 03 [GICC Affinity]
[589h 1417   1]                       Length : 12

[58Ah 1418   4]             Proximity Domain : 00000000
[58Eh 1422   4]           Acpi Processor UID : 0000004C
[592h 1426   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[596h 1430   4]                 Clock Domain : 00000000

[59Ah 1434   1]                Subtable Type : 03 [GICC Affinity]
[59Bh 1435   1]                       Length : 12

[59Ch 1436   4]             Proximity Domain : 00000000
[5A0h 1440   4]           Acpi Processor UID : 0000004D
[5A4h 1444   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5A8h 1448   4]                 Clock Domain : 00000000

[5ACh 1452   1]                Subtable Type : 03 [GICC Affinity]
[5ADh 1453   1]                       Length : 12

[5AEh 1454   4]             Proximity Domain : 00000000
[5B2h 1458   4]           Acpi Processor UID : 0000004E
[5B6h 1462   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5BAh 1466   4]                 Clock Domain : 00000000

[5BEh 1470   1]                Subtable Type : 03 [GICC Affinity]
[5BFh 1471   1]                       Length : 12

[5C0h 1472   4]             Proximity Domain : 00000000
[5C4h 1476   4]           Acpi Processor UID : 0000004F
[5C8h 1480   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5CCh 1484   4]                 Clock Domain : 00000000

[5D0h 1488   1]                Subtable Type : 03 [GICC Affinity]
[5D1h 1489   1]                       Length : 12

[5D2h 1490   4]             Proximity Domain : 00000000
[5D6h 1494   4]           Acpi Processor UID : 00000050
[5DAh 1498   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5DEh 1502   4]                 Clock Domain : 00000000

[5E2h 1506   1]                Subtable Type : 03 [GICC Affinity]
[5E3h 1507   1]                       Length : 12

[5E4h 1508   4]             Proximity Domain : 00000000
[5E8h 1512   4]           Acpi Processor UID : 00000051
[5ECh 1516   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[5F0h 1520   4]                 Clock Domain : 00000000

[5F4h 1524   1]                Subtable Type : 03 [GICC Affinity]
[5F5h 1525   1]                       Length : 12

[5F6h 1526   4]             Proximity Domain : 00000000
[5FAh 1530   4]           Acpi Processor UID : 00000052
[5FEh 1534   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[602h 1538   4]                 Clock Domain : 00000000

[606h 1542   1]                Subtable Type : 03 [GICC Affinity]
[607h 1543   1]                       Length : 12

[608h 1544   4]             Proximity Domain : 00000000
[60Ch 1548   4]           Acpi Processor UID : 00000053
[610h 1552   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[614h 1556   4]                 Clock Domain : 00000000

[618h 1560   1]                Subtable Type : 03 [GICC Affinity]
[619h 1561   1]                       Length : 12

[61Ah 1562   4]             Proximity Domain : 00000000
[61Eh 1566   4]           Acpi Processor UID : 00000054
[622h 1570   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[626h 1574   4]                 Clock Domain : 00000000

[62Ah 1578   1]                Subtable Type : 03 [GICC Affinity]
[62Bh 1579   1]                       Length : 12

[62Ch 1580   4]             Proximity Domain : 00000000
[630h 1584   4]           Acpi Processor UID : 00000055
[634h 1588   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[638h 1592   4]                 Clock Domain : 00000000

[63Ch 1596   1]                Subtable Type : 03 [GICC Affinity]
[63Dh 1597   1]                       Length : 12

[63Eh 1598   4]             Proximity Domain : 00000000
[642h 1602   4]           Acpi Processor UID : 00000056
[646h 1606   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[64Ah 1610   4]                 Clock Domain : 00000000

[64Eh 1614   1]                Subtable Type : 03 [GICC Affinity]
[64Fh 1615   1]                       Length : 12

[650h 1616   4]             Proximity Domain : 00000000
[654h 1620   4]           Acpi Processor UID : 00000057
[658h 1624   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[65Ch 1628   4]                 Clock Domain : 00000000

[660h 1632   1]                Subtable Type : 03 [GICC Affinity]
[661h 1633   1]                       Length : 12

[662h 1634   4]             Proximity Domain : 00000000
[666h 1638   4]           Acpi Processor UID : 00000058
[66Ah 1642   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[66Eh 1646   4]                 Clock Domain : 00000000

[672h 1650   1]                Subtable Type : 03 [GICC Affinity]
[673h 1651   1]                       Length : 12

[674h 1652   4]             Proximity Domain : 00000000
[678h 1656   4]           Acpi Processor UID : 00000059
[67Ch 1660   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[680h 1664   4]                 Clock Domain : 00000000

[684h 1668   1]                Subtable Type : 03 [GICC Affinity]
[685h 1669   1]                       Length : 12

[686h 1670   4]             Proximity Domain : 00000000
[68Ah 1674   4]           Acpi Processor UID : 0000005A
[68Eh 1678   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[692h 1682   4]                 Clock Domain : 00000000

[696h 1686   1]                Subtable Type : 03 [GICC Affinity]
[697h 1687   1]                       Length : 12

[698h 1688   4]             Proximity Domain : 00000000
[69Ch 1692   4]           Acpi Processor UID : 0000005B
[6A0h 1696   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6A4h 1700   4]                 Clock Domain : 00000000

[6A8h 1704   1]                Subtable Type : 03 [GICC Affinity]
[6A9h 1705   1]                       Length : 12

[6AAh 1706   4]             Proximity Domain : 00000000
[6AEh 1710   4]           Acpi Processor UID : 0000005C
[6B2h 1714   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6B6h 1718   4]                 Clock Domain : 00000000

[6BAh 1722   1]                Subtable Type : 03 [GICC Affinity]
[6BBh 1723   1]                       Length : 12

[6BCh 1724   4]             Proximity Domain : 00000000
[6C0h 1728   4]           Acpi Processor UID : 0000005D
[6C4h 1732   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6C8h 1736   4]                 Clock Domain : 00000000

[6CCh 1740   1]                Subtable Type : 03 [GICC Affinity]
[6CDh 1741   1]                       Length : 12

[6CEh 1742   4]             Proximity Domain : 00000000
[6D2h 1746   4]           Acpi Processor UID : 0000005E
[6D6h 1750   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6DAh 1754   4]                 Clock Domain : 00000000

[6DEh 1758   1]                Subtable Type : 03 [GICC Affinity]
[6DFh 1759   1]                       Length : 12

[6E0h 1760   4]             Proximity Domain : 00000000
[6E4h 1764   4]           Acpi Processor UID : 0000005F
[6E8h 1768   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6ECh 1772   4]                 Clock Domain : 00000000

[6F0h 1776   1]                Subtable Type : 03 [GICC Affinity]
[6F1h 1777   1]                       Length : 12

[6F2h 1778   4]             Proximity Domain : 00000000
[6F6h 1782   4]           Acpi Processor UID : 00000060
[6FAh 1786   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[6FEh 1790   4]                 Clock Domain : 00000000

[702h 1794   1]                Subtable Type : 03 [GICC Affinity]
[703h 1795   1]                       Length : 12

[704h 1796   4]             Proximity Domain : 00000000
[708h 1800   4]           Acpi Processor UID : 00000061
[70Ch 1804   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[710h 1808   4]                 Clock Domain : 00000000

[714h 1812   1]                Subtable Type : 03 [GICC Affinity]
[715h 1813   1]                       Length : 12

[716h 1814   4]             Proximity Domain : 00000000
[71Ah 1818   4]           Acpi Processor UID : 00000062
[71Eh 1822   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[722h 1826   4]                 Clock Domain : 00000000

[726h 1830   1]                Subtable Type : 03 [GICC Affinity]
[727h 1831   1]                       Length : 12

[728h 1832   4]             Proximity Domain : 00000000
[72Ch 1836   4]           Acpi Processor UID : 00000063
[730h 1840   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[734h 1844   4]                 Clock Domain : 00000000

[738h 1848   1]                Subtable Type : 03 [GICC Affinity]
[739h 1849   1]                       Length : 12

[73Ah 1850   4]             Proximity Domain : 00000000
[73Eh 1854   4]           Acpi Processor UID : 00000064
[742h 1858   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[746h 1862   4]                 Clock Domain : 00000000

[74Ah 1866   1]                Subtable Type : 03 [GICC Affinity]
[74Bh 1867   1]                       Length : 12

[74Ch 1868   4]             Proximity Domain : 00000000
[750h 1872   4]           Acpi Processor UID : 00000065
[754h 1876   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[758h 1880   4]                 Clock Domain : 00000000

[75Ch 1884   1]                Subtable Type : 03 [GICC Affinity]
[75Dh 1885   1]                       Length : 12

[75Eh 1886   4]             Proximity Domain : 00000000
[762h 1890   4]           Acpi Processor UID : 00000066
[766h 1894   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[76Ah 1898   4]                 Clock Domain : 00000000

[76Eh 1902   1]                Subtable Type : 03 [GICC Affinity]
[76Fh 1903   1]                       Length : 12

[770h 1904   4]             Proximity Domain : 00000000
[774h 1908   4]           Acpi Processor UID : 00000067
[778h 1912   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[77Ch 1916   4]                 Clock Domain : 00000000

[780h 1920   1]                Subtable Type : 03 [GICC Affinity]
[781h 1921   1]                       Length : 12

[782h 1922   4]             Proximity Domain : 00000000
[786h 1926   4]           Acpi Processor UID : 00000068
[78Ah 1930   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[78Eh 1934   4]                 Clock Domain : 00000000

[792h 1938   1]                Subtable Type : 03 [GICC Affinity]
[793h 1939   1]                       Length : 12

[794h 1940   4]             Proximity Domain : 00000000
[798h 1944   4]           Acpi Processor UID : 00000069
[79Ch 1948   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7A0h 1952   4]                 Clock Domain : 00000000

[7A4h 1956   1]                Subtable Type : 03 [GICC Affinity]
[7A5h 1957   1]                       Length : 12

[7A6h 1958   4]             Proximity Domain : 00000000
[7AAh 1962   4]           Acpi Processor UID : 0000006A
[7AEh 1966   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7B2h 1970   4]                 Clock Domain : 00000000

[7B6h 1974   1]                Subtable Type : 03 [GICC Affinity]
[7B7h 1975   1]                       Length : 12

[7B8h 1976   4]             Proximity Domain : 00000000
[7BCh 1980   4]           Acpi Processor UID : 0000006B
[7C0h 1984   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7C4h 1988   4]                 Clock Domain : 00000000

[7C8h 1992   1]                Subtable Type : 03 [GICC Affinity]
[7C9h 1993   1]                       Length : 12

[7CAh 1994   4]             Proximity Domain : 00000000
[7CEh 1998   4]           Acpi Processor UID : 0000006C
[7D2h 2002   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7D6h 2006   4]                 Clock Domain : 00000000

[7DAh 2010   1]                Subtable Type : 03 [GICC Affinity]
[7DBh 2011   1]                       Length : 12

[7DCh 2012   4]             Proximity Domain : 00000000
[7E0h 2016   4]           Acpi Processor UID : 0000006D
[7E4h 2020   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7E8h 2024   4]                 Clock Domain : 00000000

[7ECh 2028   1]                Subtable Type : 03 [GICC Affinity]
[7EDh 2029   1]                       Length : 12

[7EEh 2030   4]             Proximity Domain : 00000000
[7F2h 2034   4]           Acpi Processor UID : 0000006E
[7F6h 2038   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[7FAh 2042   4]                 Clock Domain : 00000000

[7FEh 2046   1]                Subtable Type : 03 [GICC Affinity]
[7FFh 2047   1]                       Length : 12

[800h 2048   4]             Proximity Domain : 00000000
[804h 2052   4]           Acpi Processor UID : 0000006F
[808h 2056   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[80Ch 2060   4]                 Clock Domain : 00000000

[810h 2064   1]                Subtable Type : 03 [GICC Affinity]
[811h 2065   1]                       Length : 12

[812h 2066   4]             Proximity Domain : 00000000
[816h 2070   4]           Acpi Processor UID : 00000070
[81Ah 2074   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[81Eh 2078   4]                 Clock Domain : 00000000

[822h 2082   1]                Subtable Type : 03 [GICC Affinity]
[823h 2083   1]                       Length : 12

[824h 2084   4]             Proximity Domain : 00000000
[828h 2088   4]           Acpi Processor UID : 00000071
[82Ch 2092   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[830h 2096   4]                 Clock Domain : 00000000

[834h 2100   1]                Subtable Type : 03 [GICC Affinity]
[835h 2101   1]                       Length : 12

[836h 2102   4]             Proximity Domain : 00000000
[83Ah 2106   4]           Acpi Processor UID : 00000072
[83Eh 2110   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[842h 2114   4]                 Clock Domain : 00000000

[846h 2118   1]                Subtable Type : 03 [GICC Affinity]
[847h 2119   1]                       Length : 12

[848h 2120   4]             Proximity Domain : 00000000
[84Ch 2124   4]           Acpi Processor UID : 00000073
[850h 2128   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[854h 2132   4]                 Clock Domain : 00000000

[858h 2136   1]                Subtable Type : 03 [GICC Affinity]
[859h 2137   1]                       Length : 12

[85Ah 2138   4]             Proximity Domain : 00000000
[85Eh 2142   4]           Acpi Processor UID : 00000074
[862h 2146   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[866h 2150   4]                 Clock Domain : 00000000

[86Ah 2154   1]                Subtable Type : 03 [GICC Affinity]
[86Bh 2155   1]                       Length : 12

[86Ch 2156   4]             Proximity Domain : 00000000
[870h 2160   4]           Acpi Processor UID : 00000075
[874h 2164   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[878h 2168   4]                 Clock Domain : 00000000

[87Ch 2172   1]                Subtable Type : 03 [GICC Affinity]
[87Dh 2173   1]                       Length : 12

[87Eh 2174   4]             Proximity Domain : 00000000
[882h 2178   4]           Acpi Processor UID : 00000076
[886h 2182   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[88Ah 2186   4]                 Clock Domain : 00000000

[88Eh 2190   1]                Subtable Type : 03 [GICC Affinity]
[88Fh 2191   1]                       Length : 12

[890h 2192   4]             Proximity Domain : 00000000
[894h 2196   4]           Acpi Processor UID : 00000077
[898h 2200   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[89Ch 2204   4]                 Clock Domain : 00000000

[8A0h 2208   1]                Subtable Type : 03 [GICC Affinity]
[8A1h 2209   1]                       Length : 12

[8A2h 2210   4]             Proximity Domain : 00000000
[8A6h 2214   4]           Acpi Processor UID : 00000078
[8AAh 2218   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8AEh 2222   4]                 Clock Domain : 00000000

[8B2h 2226   1]                Subtable Type : 03 [GICC Affinity]
[8B3h 2227   1]                       Length : 12

[8B4h 2228   4]             Proximity Domain : 00000000
[8B8h 2232   4]           Acpi Processor UID : 00000079
[8BCh 2236   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8C0h 2240   4]                 Clock Domain : 00000000

[8C4h 2244   1]                Subtable Type : 03 [GICC Affinity]
[8C5h 2245   1]                       Length : 12

[8C6h 2246   4]             Proximity Domain : 00000000
[8CAh 2250   4]           Acpi Processor UID : 0000007A
[8CEh 2254   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8D2h 2258   4]                 Clock Domain : 00000000

[8D6h 2262   1]                Subtable Type : 03 [GICC Affinity]
[8D7h 2263   1]                       Length : 12

[8D8h 2264   4]             Proximity Domain : 00000000
[8DCh 2268   4]           Acpi Processor UID : 0000007B
[8E0h 2272   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8E4h 2276   4]                 Clock Domain : 00000000

[8E8h 2280   1]                Subtable Type : 03 [GICC Affinity]
[8E9h 2281   1]                       Length : 12

[8EAh 2282   4]             Proximity Domain : 00000000
[8EEh 2286   4]           Acpi Processor UID : 0000007C
[8F2h 2290   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[8F6h 2294   4]                 Clock Domain : 00000000

[8FAh 2298   1]                Subtable Type : 03 [GICC Affinity]
[8FBh 2299   1]                       Length : 12

[8FCh 2300   4]             Proximity Domain : 00000000
[900h 2304   4]           Acpi Processor UID : 0000007D
[904h 2308   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[908h 2312   4]                 Clock Domain : 00000000

[90Ch 2316   1]                Subtable Type : 03 [GICC Affinity]
[90Dh 2317   1]                       Length : 12

[90Eh 2318   4]             Proximity Domain : 00000000
[912h 2322   4]           Acpi Processor UID : 0000007E
[916h 2326   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[91Ah 2330   4]                 Clock Domain : 00000000

[91Eh 2334   1]                Subtable Type : 03 [GICC Affinity]
[91Fh 2335   1]                       Length : 12

[920h 2336   4]             Proximity Domain : 00000000
[924h 2340   4]           Acpi Processor UID : 0000007F
[928h 2344   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[92Ch 2348   4]                 Clock Domain : 00000000

[930h 2352   1]                Subtable Type : 03 [GICC Affinity]
[931h 2353   1]                       Length : 12

[932h 2354   4]             Proximity Domain : 00000000
[936h 2358   4]           Acpi Processor UID : 00000080
[93Ah 2362   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[93Eh 2366   4]                 Clock Domain : 00000000

[942h 2370   1]                Subtable Type : 03 [GICC Affinity]
[943h 2371   1]                       Length : 12

[944h 2372   4]             Proximity Domain : 00000000
[948h 2376   4]           Acpi Processor UID : 00000081
[94Ch 2380   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[950h 2384   4]                 Clock Domain : 00000000

[954h 2388   1]                Subtable Type : 03 [GICC Affinity]
[955h 2389   1]                       Length : 12

[956h 2390   4]             Proximity Domain : 00000000
[95Ah 2394   4]           Acpi Processor UID : 00000082
[95Eh 2398   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[962h 2402   4]                 Clock Domain : 00000000

[966h 2406   1]                Subtable Type : 03 [GICC Affinity]
[967h 2407   1]                       Length : 12

[968h 2408   4]             Proximity Domain : 00000000
[96Ch 2412   4]           Acpi Processor UID : 00000083
[970h 2416   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[974h 2420   4]                 Clock Domain : 00000000

[978h 2424   1]                Subtable Type : 03 [GICC Affinity]
[979h 2425   1]                       Length : 12

[97Ah 2426   4]             Proximity Domain : 00000000
[97Eh 2430   4]           Acpi Processor UID : 00000084
[982h 2434   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[986h 2438   4]                 Clock Domain : 00000000

[98Ah 2442   1]                Subtable Type : 03 [GICC Affinity]
[98Bh 2443   1]                       Length : 12

[98Ch 2444   4]             Proximity Domain : 00000000
[990h 2448   4]           Acpi Processor UID : 00000085
[994h 2452   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[998h 2456   4]                 Clock Domain : 00000000

[99Ch 2460   1]                Subtable Type : 03 [GICC Affinity]
[99Dh 2461   1]                       Length : 12

[99Eh 2462   4]             Proximity Domain : 00000000
[9A2h 2466   4]           Acpi Processor UID : 00000086
[9A6h 2470   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9AAh 2474   4]                 Clock Domain : 00000000

[9AEh 2478   1]                Subtable Type : 03 [GICC Affinity]
[9AFh 2479   1]                       Length : 12

[9B0h 2480   4]             Proximity Domain : 00000000
[9B4h 2484   4]           Acpi Processor UID : 00000087
[9B8h 2488   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9BCh 2492   4]                 Clock Domain : 00000000

[9C0h 2496   1]                Subtable Type : 03 [GICC Affinity]
[9C1h 2497   1]                       Length : 12

[9C2h 2498   4]             Proximity Domain : 00000000
[9C6h 2502   4]           Acpi Processor UID : 00000088
[9CAh 2506   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9CEh 2510   4]                 Clock Domain : 00000000

[9D2h 2514   1]                Subtable Type : 03 [GICC Affinity]
[9D3h 2515   1]                       Length : 12

[9D4h 2516   4]             Proximity Domain : 00000000
[9D8h 2520   4]           Acpi Processor UID : 00000089
[9DCh 2524   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9E0h 2528   4]                 Clock Domain : 00000000

[9E4h 2532   1]                Subtable Type : 03 [GICC Affinity]
[9E5h 2533   1]                       Length : 12

[9E6h 2534   4]             Proximity Domain : 00000000
[9EAh 2538   4]           Acpi Processor UID : 0000008A
[9EEh 2542   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[9F2h 2546   4]                 Clock Domain : 00000000

[9F6h 2550   1]                Subtable Type : 03 [GICC Affinity]
[9F7h 2551   1]                       Length : 12

[9F8h 2552   4]             Proximity Domain : 00000000
[9FCh 2556   4]           Acpi Processor UID : 0000008B
[A00h 2560   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A04h 2564   4]                 Clock Domain : 00000000

[A08h 2568   1]                Subtable Type : 03 [GICC Affinity]
[A09h 2569   1]                       Length : 12

[A0Ah 2570   4]             Proximity Domain : 00000000
[A0Eh 2574   4]           Acpi Processor UID : 0000008C
[A12h 2578   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A16h 2582   4]                 Clock Domain : 00000000

[A1Ah 2586   1]                Subtable Type : 03 [GICC Affinity]
[A1Bh 2587   1]                       Length : 12

[A1Ch 2588   4]             Proximity Domain : 00000000
[A20h 2592   4]           Acpi Processor UID : 0000008D
[A24h 2596   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A28h 2600   4]                 Clock Domain : 00000000

[A2Ch 2604   1]                Subtable Type : 03 [GICC Affinity]
[A2Dh 2605   1]                       Length : 12

[A2Eh 2606   4]             Proximity Domain : 00000000
[A32h 2610   4]           Acpi Processor UID : 0000008E
[A36h 2614   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A3Ah 2618   4]                 Clock Domain : 00000000

[A3Eh 2622   1]                Subtable Type : 03 [GICC Affinity]
[A3Fh 2623   1]                       Length : 12

[A40h 2624   4]             Proximity Domain : 00000000
[A44h 2628   4]           Acpi Processor UID : 0000008F
[A48h 2632   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A4Ch 2636   4]                 Clock Domain : 00000000

[A50h 2640   1]                Subtable Type : 03 [GICC Affinity]
[A51h 2641   1]                       Length : 12

[A52h 2642   4]             Proximity Domain : 00000000
[A56h 2646   4]           Acpi Processor UID : 00000090
[A5Ah 2650   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A5Eh 2654   4]                 Clock Domain : 00000000

[A62h 2658   1]                Subtable Type : 03 [GICC Affinity]
[A63h 2659   1]                       Length : 12

[A64h 2660   4]             Proximity Domain : 00000000
[A68h 2664   4]           Acpi Processor UID : 00000091
[A6Ch 2668   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A70h 2672   4]                 Clock Domain : 00000000

[A74h 2676   1]                Subtable Type : 03 [GICC Affinity]
[A75h 2677   1]                       Length : 12

[A76h 2678   4]             Proximity Domain : 00000000
[A7Ah 2682   4]           Acpi Processor UID : 00000092
[A7Eh 2686   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A82h 2690   4]                 Clock Domain : 00000000

[A86h 2694   1]                Subtable Type : 03 [GICC Affinity]
[A87h 2695   1]                       Length : 12

[A88h 2696   4]             Proximity Domain : 00000000
[A8Ch 2700   4]           Acpi Processor UID : 00000093
[A90h 2704   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[A94h 2708   4]                 Clock Domain : 00000000

[A98h 2712   1]                Subtable Type : 03 [GICC Affinity]
[A99h 2713   1]                       Length : 12

[A9Ah 2714   4]             Proximity Domain : 00000000
[A9Eh 2718   4]           Acpi Processor UID : 00000094
[AA2h 2722   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AA6h 2726   4]                 Clock Domain : 00000000

[AAAh 2730   1]                Subtable Type : 03 [GICC Affinity]
[AABh 2731   1]                       Length : 12

[AACh 2732   4]             Proximity Domain : 00000000
[AB0h 2736   4]           Acpi Processor UID : 00000095
[AB4h 2740   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AB8h 2744   4]                 Clock Domain : 00000000

[ABCh 2748   1]                Subtable Type : 03 [GICC Affinity]
[ABDh 2749   1]                       Length : 12

[ABEh 2750   4]             Proximity Domain : 00000001
[AC2h 2754   4]           Acpi Processor UID : 00000096
[AC6h 2758   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[ACAh 2762   4]                 Clock Domain : 00000000

[ACEh 2766   1]                Subtable Type : 03 [GICC Affinity]
[ACFh 2767   1]                       Length : 12

[AD0h 2768   4]             Proximity Domain : 00000001
[AD4h 2772   4]           Acpi Processor UID : 00000097
[AD8h 2776   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[ADCh 2780   4]                 Clock Domain : 00000000

[AE0h 2784   1]                Subtable Type : 03 [GICC Affinity]
[AE1h 2785   1]                       Length : 12

[AE2h 2786   4]             Proximity Domain : 00000001
[AE6h 2790   4]           Acpi Processor UID : 00000098
[AEAh 2794   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[AEEh 2798   4]                 Clock Domain : 00000000

[AF2h 2802   1]                Subtable Type : 03 [GICC Affinity]
[AF3h 2803   1]                       Length : 12

[AF4h 2804   4]             Proximity Domain : 00000001
[AF8h 2808   4]           Acpi Processor UID : 00000099
[AFCh 2812   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B00h 2816   4]                 Clock Domain : 00000000

[B04h 2820   1]                Subtable Type : 03 [GICC Affinity]
[B05h 2821   1]                       Length : 12

[B06h 2822   4]             Proximity Domain : 00000001
[B0Ah 2826   4]           Acpi Processor UID : 0000009A
[B0Eh 2830   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B12h 2834   4]                 Clock Domain : 00000000

[B16h 2838   1]                Subtable Type : 03 [GICC Affinity]
[B17h 2839   1]                       Length : 12

[B18h 2840   4]             Proximity Domain : 00000001
[B1Ch 2844   4]           Acpi Processor UID : 0000009B
[B20h 2848   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B24h 2852   4]                 Clock Domain : 00000000

[B28h 2856   1]                Subtable Type : 03 [GICC Affinity]
[B29h 2857   1]                       Length : 12

[B2Ah 2858   4]             Proximity Domain : 00000001
[B2Eh 2862   4]           Acpi Processor UID : 0000009C
[B32h 2866   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B36h 2870   4]                 Clock Domain : 00000000

[B3Ah 2874   1]                Subtable Type : 03 [GICC Affinity]
[B3Bh 2875   1]                       Length : 12

[B3Ch 2876   4]             Proximity Domain : 00000001
[B40h 2880   4]           Acpi Processor UID : 0000009D
[B44h 2884   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B48h 2888   4]                 Clock Domain : 00000000

[B4Ch 2892   1]                Subtable Type : 03 [GICC Affinity]
[B4Dh 2893   1]                       Length : 12

[B4Eh 2894   4]             Proximity Domain : 00000001
[B52h 2898   4]           Acpi Processor UID : 0000009E
[B56h 2902   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B5Ah 2906   4]                 Clock Domain : 00000000

[B5Eh 2910   1]                Subtable Type : 03 [GICC Affinity]
[B5Fh 2911   1]                       Length : 12

[B60h 2912   4]             Proximity Domain : 00000001
[B64h 2916   4]           Acpi Processor UID : 0000009F
[B68h 2920   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B6Ch 2924   4]                 Clock Domain : 00000000

[B70h 2928   1]                Subtable Type : 03 [GICC Affinity]
[B71h 2929   1]                       Length : 12

[B72h 2930   4]             Proximity Domain : 00000001
[B76h 2934   4]           Acpi Processor UID : 000000A0
[B7Ah 2938   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B7Eh 2942   4]                 Clock Domain : 00000000

[B82h 2946   1]                Subtable Type : 03 [GICC Affinity]
[B83h 2947   1]                       Length : 12

[B84h 2948   4]             Proximity Domain : 00000001
[B88h 2952   4]           Acpi Processor UID : 000000A1
[B8Ch 2956   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[B90h 2960   4]                 Clock Domain : 00000000

[B94h 2964   1]                Subtable Type : 03 [GICC Affinity]
[B95h 2965   1]                       Length : 12

[B96h 2966   4]             Proximity Domain : 00000001
[B9Ah 2970   4]           Acpi Processor UID : 000000A2
[B9Eh 2974   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BA2h 2978   4]                 Clock Domain : 00000000

[BA6h 2982   1]                Subtable Type : 03 [GICC Affinity]
[BA7h 2983   1]                       Length : 12

[BA8h 2984   4]             Proximity Domain : 00000001
[BACh 2988   4]           Acpi Processor UID : 000000A3
[BB0h 2992   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BB4h 2996   4]                 Clock Domain : 00000000

[BB8h 3000   1]                Subtable Type : 03 [GICC Affinity]
[BB9h 3001   1]                       Length : 12

[BBAh 3002   4]             Proximity Domain : 00000001
[BBEh 3006   4]           Acpi Processor UID : 000000A4
[BC2h 3010   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BC6h 3014   4]                 Clock Domain : 00000000

[BCAh 3018   1]                Subtable Type : 03 [GICC Affinity]
[BCBh 3019   1]                       Length : 12

[BCCh 3020   4]             Proximity Domain : 00000001
[BD0h 3024   4]           Acpi Processor UID : 000000A5
[BD4h 3028   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BD8h 3032   4]                 Clock Domain : 00000000

[BDCh 3036   1]                Subtable Type : 03 [GICC Affinity]
[BDDh 3037   1]                       Length : 12

[BDEh 3038   4]             Proximity Domain : 00000001
[BE2h 3042   4]           Acpi Processor UID : 000000A6
[BE6h 3046   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BEAh 3050   4]                 Clock Domain : 00000000

[BEEh 3054   1]                Subtable Type : 03 [GICC Affinity]
[BEFh 3055   1]                       Length : 12

[BF0h 3056   4]             Proximity Domain : 00000001
[BF4h 3060   4]           Acpi Processor UID : 000000A7
[BF8h 3064   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[BFCh 3068   4]                 Clock Domain : 00000000

[C00h 3072   1]                Subtable Type : 03 [GICC Affinity]
[C01h 3073   1]                       Length : 12

[C02h 3074   4]             Proximity Domain : 00000001
[C06h 3078   4]           Acpi Processor UID : 000000A8
[C0Ah 3082   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C0Eh 3086   4]                 Clock Domain : 00000000

[C12h 3090   1]                Subtable Type : 03 [GICC Affinity]
[C13h 3091   1]                       Length : 12

[C14h 3092   4]             Proximity Domain : 00000001
[C18h 3096   4]           Acpi Processor UID : 000000A9
[C1Ch 3100   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C20h 3104   4]                 Clock Domain : 00000000

[C24h 3108   1]                Subtable Type : 03 [GICC Affinity]
[C25h 3109   1]                       Length : 12

[C26h 3110   4]             Proximity Domain : 00000001
[C2Ah 3114   4]           Acpi Processor UID : 000000AA
[C2Eh 3118   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C32h 3122   4]                 Clock Domain : 00000000

[C36h 3126   1]                Subtable Type : 03 [GICC Affinity]
[C37h 3127   1]                       Length : 12

[C38h 3128   4]             Proximity Domain : 00000001
[C3Ch 3132   4]           Acpi Processor UID : 000000AB
[C40h 3136   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C44h 3140   4]                 Clock Domain : 00000000

[C48h 3144   1]                Subtable Type : 03 [GICC Affinity]
[C49h 3145   1]                       Length : 12

[C4Ah 3146   4]             Proximity Domain : 00000001
[C4Eh 3150   4]           Acpi Processor UID : 000000AC
[C52h 3154   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C56h 3158   4]                 Clock Domain : 00000000

[C5Ah 3162   1]                Subtable Type : 03 [GICC Affinity]
[C5Bh 3163   1]                       Length : 12

[C5Ch 3164   4]             Proximity Domain : 00000001
[C60h 3168   4]           Acpi Processor UID : 000000AD
[C64h 3172   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C68h 3176   4]                 Clock Domain : 00000000

[C6Ch 3180   1]                Subtable Type : 03 [GICC Affinity]
[C6Dh 3181   1]                       Length : 12

[C6Eh 3182   4]             Proximity Domain : 00000001
[C72h 3186   4]           Acpi Processor UID : 000000AE
[C76h 3190   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C7Ah 3194   4]                 Clock Domain : 00000000

[C7Eh 3198   1]                Subtable Type : 03 [GICC Affinity]
[C7Fh 3199   1]                       Length : 12

[C80h 3200   4]             Proximity Domain : 00000001
[C84h 3204   4]           Acpi Processor UID : 000000AF
[C88h 3208   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C8Ch 3212   4]                 Clock Domain : 00000000

[C90h 3216   1]                Subtable Type : 03 [GICC Affinity]
[C91h 3217   1]                       Length : 12

[C92h 3218   4]             Proximity Domain : 00000001
[C96h 3222   4]           Acpi Processor UID : 000000B0
[C9Ah 3226   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[C9Eh 3230   4]                 Clock Domain : 00000000

[CA2h 3234   1]                Subtable Type : 03 [GICC Affinity]
[CA3h 3235   1]                       Length : 12

[CA4h 3236   4]             Proximity Domain : 00000001
[CA8h 3240   4]           Acpi Processor UID : 000000B1
[CACh 3244   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CB0h 3248   4]                 Clock Domain : 00000000

[CB4h 3252   1]                Subtable Type : 03 [GICC Affinity]
[CB5h 3253   1]                       Length : 12

[CB6h 3254   4]             Proximity Domain : 00000001
[CBAh 3258   4]           Acpi Processor UID : 000000B2
[CBEh 3262   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CC2h 3266   4]                 Clock Domain : 00000000

[CC6h 3270   1]                Subtable Type : 03 [GICC Affinity]
[CC7h 3271   1]                       Length : 12

[CC8h 3272   4]             Proximity Domain : 00000001
[CCCh 3276   4]           Acpi Processor UID : 000000B3
[CD0h 3280   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CD4h 3284   4]                 Clock Domain : 00000000

[CD8h 3288   1]                Subtable Type : 03 [GICC Affinity]
[CD9h 3289   1]                       Length : 12

[CDAh 3290   4]             Proximity Domain : 00000001
[CDEh 3294   4]           Acpi Processor UID : 000000B4
[CE2h 3298   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CE6h 3302   4]                 Clock Domain : 00000000

[CEAh 3306   1]                Subtable Type : 03 [GICC Affinity]
[CEBh 3307   1]                       Length : 12

[CECh 3308   4]             Proximity Domain : 00000001
[CF0h 3312   4]           Acpi Processor UID : 000000B5
[CF4h 3316   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[CF8h 3320   4]                 Clock Domain : 00000000

[CFCh 3324   1]                Subtable Type : 03 [GICC Affinity]
[CFDh 3325   1]                       Length : 12

[CFEh 3326   4]             Proximity Domain : 00000001
[D02h 3330   4]           Acpi Processor UID : 000000B6
[D06h 3334   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D0Ah 3338   4]                 Clock Domain : 00000000

[D0Eh 3342   1]                Subtable Type : 03 [GICC Affinity]
[D0Fh 3343   1]                       Length : 12

[D10h 3344   4]             Proximity Domain : 00000001
[D14h 3348   4]           Acpi Processor UID : 000000B7
[D18h 3352   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D1Ch 3356   4]                 Clock Domain : 00000000

[D20h 3360   1]                Subtable Type : 03 [GICC Affinity]
[D21h 3361   1]                       Length : 12

[D22h 3362   4]             Proximity Domain : 00000001
[D26h 3366   4]           Acpi Processor UID : 000000B8
[D2Ah 3370   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D2Eh 3374   4]                 Clock Domain : 00000000

[D32h 3378   1]                Subtable Type : 03 [GICC Affinity]
[D33h 3379   1]                       Length : 12

[D34h 3380   4]             Proximity Domain : 00000001
[D38h 3384   4]           Acpi Processor UID : 000000B9
[D3Ch 3388   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D40h 3392   4]                 Clock Domain : 00000000

[D44h 3396   1]                Subtable Type : 03 [GICC Affinity]
[D45h 3397   1]                       Length : 12

[D46h 3398   4]             Proximity Domain : 00000001
[D4Ah 3402   4]           Acpi Processor UID : 000000BA
[D4Eh 3406   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D52h 3410   4]                 Clock Domain : 00000000

[D56h 3414   1]                Subtable Type : 03 [GICC Affinity]
[D57h 3415   1]                       Length : 12

[D58h 3416   4]             Proximity Domain : 00000001
[D5Ch 3420   4]           Acpi Processor UID : 000000BB
[D60h 3424   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D64h 3428   4]                 Clock Domain : 00000000

[D68h 3432   1]                Subtable Type : 03 [GICC Affinity]
[D69h 3433   1]                       Length : 12

[D6Ah 3434   4]             Proximity Domain : 00000001
[D6Eh 3438   4]           Acpi Processor UID : 000000BC
[D72h 3442   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D76h 3446   4]                 Clock Domain : 00000000

[D7Ah 3450   1]                Subtable Type : 03 [GICC Affinity]
[D7Bh 3451   1]                       Length : 12

[D7Ch 3452   4]             Proximity Domain : 00000001
[D80h 3456   4]           Acpi Processor UID : 000000BD
[D84h 3460   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D88h 3464   4]                 Clock Domain : 00000000

[D8Ch 3468   1]                Subtable Type : 03 [GICC Affinity]
[D8Dh 3469   1]                       Length : 12

[D8Eh 3470   4]             Proximity Domain : 00000001
[D92h 3474   4]           Acpi Processor UID : 000000BE
[D96h 3478   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[D9Ah 3482   4]                 Clock Domain : 00000000

[D9Eh 3486   1]                Subtable Type : 03 [GICC Affinity]
[D9Fh 3487   1]                       Length : 12

[DA0h 3488   4]             Proximity Domain : 00000001
[DA4h 3492   4]           Acpi Processor UID : 000000BF
[DA8h 3496   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DACh 3500   4]                 Clock Domain : 00000000

[DB0h 3504   1]                Subtable Type : 03 [GICC Affinity]
[DB1h 3505   1]                       Length : 12

[DB2h 3506   4]             Proximity Domain : 00000001
[DB6h 3510   4]           Acpi Processor UID : 000000C0
[DBAh 3514   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DBEh 3518   4]                 Clock Domain : 00000000

[DC2h 3522   1]                Subtable Type : 03 [GICC Affinity]
[DC3h 3523   1]                       Length : 12

[DC4h 3524   4]             Proximity Domain : 00000001
[DC8h 3528   4]           Acpi Processor UID : 000000C1
[DCCh 3532   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DD0h 3536   4]                 Clock Domain : 00000000

[DD4h 3540   1]                Subtable Type : 03 [GICC Affinity]
[DD5h 3541   1]                       Length : 12

[DD6h 3542   4]             Proximity Domain : 00000001
[DDAh 3546   4]           Acpi Processor UID : 000000C2
[DDEh 3550   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DE2h 3554   4]                 Clock Domain : 00000000

[DE6h 3558   1]                Subtable Type : 03 [GICC Affinity]
[DE7h 3559   1]                       Length : 12

[DE8h 3560   4]             Proximity Domain : 00000001
[DECh 3564   4]           Acpi Processor UID : 000000C3
[DF0h 3568   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[DF4h 3572   4]                 Clock Domain : 00000000

[DF8h 3576   1]                Subtable Type : 03 [GICC Affinity]
[DF9h 3577   1]                       Length : 12

[DFAh 3578   4]             Proximity Domain : 00000001
[DFEh 3582   4]           Acpi Processor UID : 000000C4
[E02h 3586   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E06h 3590   4]                 Clock Domain : 00000000

[E0Ah 3594   1]                Subtable Type : 03 [GICC Affinity]
[E0Bh 3595   1]                       Length : 12

[E0Ch 3596   4]             Proximity Domain : 00000001
[E10h 3600   4]           Acpi Processor UID : 000000C5
[E14h 3604   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E18h 3608   4]                 Clock Domain : 00000000

[E1Ch 3612   1]                Subtable Type : 03 [GICC Affinity]
[E1Dh 3613   1]                       Length : 12

[E1Eh 3614   4]             Proximity Domain : 00000001
[E22h 3618   4]           Acpi Processor UID : 000000C6
[E26h 3622   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E2Ah 3626   4]                 Clock Domain : 00000000

[E2Eh 3630   1]                Subtable Type : 03 [GICC Affinity]
[E2Fh 3631   1]                       Length : 12

[E30h 3632   4]             Proximity Domain : 00000001
[E34h 3636   4]           Acpi Processor UID : 000000C7
[E38h 3640   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E3Ch 3644   4]                 Clock Domain : 00000000

[E40h 3648   1]                Subtable Type : 03 [GICC Affinity]
[E41h 3649   1]                       Length : 12

[E42h 3650   4]             Proximity Domain : 00000001
[E46h 3654   4]           Acpi Processor UID : 000000C8
[E4Ah 3658   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E4Eh 3662   4]                 Clock Domain : 00000000

[E52h 3666   1]                Subtable Type : 03 [GICC Affinity]
[E53h 3667   1]                       Length : 12

[E54h 3668   4]             Proximity Domain : 00000001
[E58h 3672   4]           Acpi Processor UID : 000000C9
[E5Ch 3676   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E60h 3680   4]                 Clock Domain : 00000000

[E64h 3684   1]                Subtable Type : 03 [GICC Affinity]
[E65h 3685   1]                       Length : 12

[E66h 3686   4]             Proximity Domain : 00000001
[E6Ah 3690   4]           Acpi Processor UID : 000000CA
[E6Eh 3694   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E72h 3698   4]                 Clock Domain : 00000000

[E76h 3702   1]                Subtable Type : 03 [GICC Affinity]
[E77h 3703   1]                       Length : 12

[E78h 3704   4]             Proximity Domain : 00000001
[E7Ch 3708   4]           Acpi Processor UID : 000000CB
[E80h 3712   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E84h 3716   4]                 Clock Domain : 00000000

[E88h 3720   1]                Subtable Type : 03 [GICC Affinity]
[E89h 3721   1]                       Length : 12

[E8Ah 3722   4]             Proximity Domain : 00000001
[E8Eh 3726   4]           Acpi Processor UID : 000000CC
[E92h 3730   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[E96h 3734   4]                 Clock Domain : 00000000

[E9Ah 3738   1]                Subtable Type : 03 [GICC Affinity]
[E9Bh 3739   1]                       Length : 12

[E9Ch 3740   4]             Proximity Domain : 00000001
[EA0h 3744   4]           Acpi Processor UID : 000000CD
[EA4h 3748   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EA8h 3752   4]                 Clock Domain : 00000000

[EACh 3756   1]                Subtable Type : 03 [GICC Affinity]
[EADh 3757   1]                       Length : 12

[EAEh 3758   4]             Proximity Domain : 00000001
[EB2h 3762   4]           Acpi Processor UID : 000000CE
[EB6h 3766   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EBAh 3770   4]                 Clock Domain : 00000000

[EBEh 3774   1]                Subtable Type : 03 [GICC Affinity]
[EBFh 3775   1]                       Length : 12

[EC0h 3776   4]             Proximity Domain : 00000001
[EC4h 3780   4]           Acpi Processor UID : 000000CF
[EC8h 3784   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[ECCh 3788   4]                 Clock Domain : 00000000

[ED0h 3792   1]                Subtable Type : 03 [GICC Affinity]
[ED1h 3793   1]                       Length : 12

[ED2h 3794   4]             Proximity Domain : 00000001
[ED6h 3798   4]           Acpi Processor UID : 000000D0
[EDAh 3802   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EDEh 3806   4]                 Clock Domain : 00000000

[EE2h 3810   1]                Subtable Type : 03 [GICC Affinity]
[EE3h 3811   1]                       Length : 12

[EE4h 3812   4]             Proximity Domain : 00000001
[EE8h 3816   4]           Acpi Processor UID : 000000D1
[EECh 3820   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[EF0h 3824   4]                 Clock Domain : 00000000

[EF4h 3828   1]                Subtable Type : 03 [GICC Affinity]
[EF5h 3829   1]                       Length : 12

[EF6h 3830   4]             Proximity Domain : 00000001
[EFAh 3834   4]           Acpi Processor UID : 000000D2
[EFEh 3838   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F02h 3842   4]                 Clock Domain : 00000000

[F06h 3846   1]                Subtable Type : 03 [GICC Affinity]
[F07h 3847   1]                       Length : 12

[F08h 3848   4]             Proximity Domain : 00000001
[F0Ch 3852   4]           Acpi Processor UID : 000000D3
[F10h 3856   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F14h 3860   4]                 Clock Domain : 00000000

[F18h 3864   1]                Subtable Type : 03 [GICC Affinity]
[F19h 3865   1]                       Length : 12

[F1Ah 3866   4]             Proximity Domain : 00000001
[F1Eh 3870   4]           Acpi Processor UID : 000000D4
[F22h 3874   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F26h 3878   4]                 Clock Domain : 00000000

[F2Ah 3882   1]                Subtable Type : 03 [GICC Affinity]
[F2Bh 3883   1]                       Length : 12

[F2Ch 3884   4]             Proximity Domain : 00000001
[F30h 3888   4]           Acpi Processor UID : 000000D5
[F34h 3892   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F38h 3896   4]                 Clock Domain : 00000000

[F3Ch 3900   1]                Subtable Type : 03 [GICC Affinity]
[F3Dh 3901   1]                       Length : 12

[F3Eh 3902   4]             Proximity Domain : 00000001
[F42h 3906   4]           Acpi Processor UID : 000000D6
[F46h 3910   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F4Ah 3914   4]                 Clock Domain : 00000000

[F4Eh 3918   1]                Subtable Type : 03 [GICC Affinity]
[F4Fh 3919   1]                       Length : 12

[F50h 3920   4]             Proximity Domain : 00000001
[F54h 3924   4]           Acpi Processor UID : 000000D7
[F58h 3928   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F5Ch 3932   4]                 Clock Domain : 00000000

[F60h 3936   1]                Subtable Type : 03 [GICC Affinity]
[F61h 3937   1]                       Length : 12

[F62h 3938   4]             Proximity Domain : 00000001
[F66h 3942   4]           Acpi Processor UID : 000000D8
[F6Ah 3946   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F6Eh 3950   4]                 Clock Domain : 00000000

[F72h 3954   1]                Subtable Type : 03 [GICC Affinity]
[F73h 3955   1]                       Length : 12

[F74h 3956   4]             Proximity Domain : 00000001
[F78h 3960   4]           Acpi Processor UID : 000000D9
[F7Ch 3964   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F80h 3968   4]                 Clock Domain : 00000000

[F84h 3972   1]                Subtable Type : 03 [GICC Affinity]
[F85h 3973   1]                       Length : 12

[F86h 3974   4]             Proximity Domain : 00000001
[F8Ah 3978   4]           Acpi Processor UID : 000000DA
[F8Eh 3982   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[F92h 3986   4]                 Clock Domain : 00000000

[F96h 3990   1]                Subtable Type : 03 [GICC Affinity]
[F97h 3991   1]                       Length : 12

[F98h 3992   4]             Proximity Domain : 00000001
[F9Ch 3996   4]           Acpi Processor UID : 000000DB
[FA0h 4000   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FA4h 4004   4]                 Clock Domain : 00000000

[FA8h 4008   1]                Subtable Type : 03 [GICC Affinity]
[FA9h 4009   1]                       Length : 12

[FAAh 4010   4]             Proximity Domain : 00000001
[FAEh 4014   4]           Acpi Processor UID : 000000DC
[FB2h 4018   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FB6h 4022   4]                 Clock Domain : 00000000

[FBAh 4026   1]                Subtable Type : 03 [GICC Affinity]
[FBBh 4027   1]                       Length : 12

[FBCh 4028   4]             Proximity Domain : 00000001
[FC0h 4032   4]           Acpi Processor UID : 000000DD
[FC4h 4036   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FC8h 4040   4]                 Clock Domain : 00000000

[FCCh 4044   1]                Subtable Type : 03 [GICC Affinity]
[FCDh 4045   1]                       Length : 12

[FCEh 4046   4]             Proximity Domain : 00000001
[FD2h 4050   4]           Acpi Processor UID : 000000DE
[FD6h 4054   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FDAh 4058   4]                 Clock Domain : 00000000

[FDEh 4062   1]                Subtable Type : 03 [GICC Affinity]
[FDFh 4063   1]                       Length : 12

[FE0h 4064   4]             Proximity Domain : 00000001
[FE4h 4068   4]           Acpi Processor UID : 000000DF
[FE8h 4072   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FECh 4076   4]                 Clock Domain : 00000000

[FF0h 4080   1]                Subtable Type : 03 [GICC Affinity]
[FF1h 4081   1]                       Length : 12

[FF2h 4082   4]             Proximity Domain : 00000001
[FF6h 4086   4]           Acpi Processor UID : 000000E0
[FFAh 4090   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[FFEh 4094   4]                 Clock Domain : 00000000

[1002h 4098   1]                Subtable Type : 03 [GICC Affinity]
[1003h 4099   1]                       Length : 12

[1004h 4100   4]             Proximity Domain : 00000001
[1008h 4104   4]           Acpi Processor UID : 000000E1
[100Ch 4108   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1010h 4112   4]                 Clock Domain : 00000000

[1014h 4116   1]                Subtable Type : 03 [GICC Affinity]
[1015h 4117   1]                       Length : 12

[1016h 4118   4]             Proximity Domain : 00000001
[101Ah 4122   4]           Acpi Processor UID : 000000E2
[101Eh 4126   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1022h 4130   4]                 Clock Domain : 00000000

[1026h 4134   1]                Subtable Type : 03 [GICC Affinity]
[1027h 4135   1]                       Length : 12

[1028h 4136   4]             Proximity Domain : 00000001
[102Ch 4140   4]           Acpi Processor UID : 000000E3
[1030h 4144   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1034h 4148   4]                 Clock Domain : 00000000

[1038h 4152   1]                Subtable Type : 03 [GICC Affinity]
[1039h 4153   1]                       Length : 12

[103Ah 4154   4]             Proximity Domain : 00000001
[103Eh 4158   4]           Acpi Processor UID : 000000E4
[1042h 4162   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1046h 4166   4]                 Clock Domain : 00000000

[104Ah 4170   1]                Subtable Type : 03 [GICC Affinity]
[104Bh 4171   1]                       Length : 12

[104Ch 4172   4]             Proximity Domain : 00000001
[1050h 4176   4]           Acpi Processor UID : 000000E5
[1054h 4180   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1058h 4184   4]                 Clock Domain : 00000000

[105Ch 4188   1]                Subtable Type : 03 [GICC Affinity]
[105Dh 4189   1]                       Length : 12

[105Eh 4190   4]             Proximity Domain : 00000001
[1062h 4194   4]           Acpi Processor UID : 000000E6
[1066h 4198   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[106Ah 4202   4]                 Clock Domain : 00000000

[106Eh 4206   1]                Subtable Type : 03 [GICC Affinity]
[106Fh 4207   1]                       Length : 12

[1070h 4208   4]             Proximity Domain : 00000001
[1074h 4212   4]           Acpi Processor UID : 000000E7
[1078h 4216   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[107Ch 4220   4]                 Clock Domain : 00000000

[1080h 4224   1]                Subtable Type : 03 [GICC Affinity]
[1081h 4225   1]                       Length : 12

[1082h 4226   4]             Proximity Domain : 00000001
[1086h 4230   4]           Acpi Processor UID : 000000E8
[108Ah 4234   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[108Eh 4238   4]                 Clock Domain : 00000000

[1092h 4242   1]                Subtable Type : 03 [GICC Affinity]
[1093h 4243   1]                       Length : 12

[1094h 4244   4]             Proximity Domain : 00000001
[1098h 4248   4]           Acpi Processor UID : 000000E9
[109Ch 4252   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10A0h 4256   4]                 Clock Domain : 00000000

[10A4h 4260   1]                Subtable Type : 03 [GICC Affinity]
[10A5h 4261   1]                       Length : 12

[10A6h 4262   4]             Proximity Domain : 00000001
[10AAh 4266   4]           Acpi Processor UID : 000000EA
[10AEh 4270   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10B2h 4274   4]                 Clock Domain : 00000000

[10B6h 4278   1]                Subtable Type : 03 [GICC Affinity]
[10B7h 4279   1]                       Length : 12

[10B8h 4280   4]             Proximity Domain : 00000001
[10BCh 4284   4]           Acpi Processor UID : 000000EB
[10C0h 4288   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10C4h 4292   4]                 Clock Domain : 00000000

[10C8h 4296   1]                Subtable Type : 03 [GICC Affinity]
[10C9h 4297   1]                       Length : 12

[10CAh 4298   4]             Proximity Domain : 00000001
[10CEh 4302   4]           Acpi Processor UID : 000000EC
[10D2h 4306   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10D6h 4310   4]                 Clock Domain : 00000000

[10DAh 4314   1]                Subtable Type : 03 [GICC Affinity]
[10DBh 4315   1]                       Length : 12

[10DCh 4316   4]             Proximity Domain : 00000001
[10E0h 4320   4]           Acpi Processor UID : 000000ED
[10E4h 4324   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10E8h 4328   4]                 Clock Domain : 00000000

[10ECh 4332   1]                Subtable Type : 03 [GICC Affinity]
[10EDh 4333   1]                       Length : 12

[10EEh 4334   4]             Proximity Domain : 00000001
[10F2h 4338   4]           Acpi Processor UID : 000000EE
[10F6h 4342   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[10FAh 4346   4]                 Clock Domain : 00000000

[10FEh 4350   1]                Subtable Type : 03 [GICC Affinity]
[10FFh 4351   1]                       Length : 12

[1100h 4352   4]             Proximity Domain : 00000001
[1104h 4356   4]           Acpi Processor UID : 000000EF
[1108h 4360   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[110Ch 4364   4]                 Clock Domain : 00000000

[1110h 4368   1]                Subtable Type : 03 [GICC Affinity]
[1111h 4369   1]                       Length : 12

[1112h 4370   4]             Proximity Domain : 00000001
[1116h 4374   4]           Acpi Processor UID : 000000F0
[111Ah 4378   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[111Eh 4382   4]                 Clock Domain : 00000000

[1122h 4386   1]                Subtable Type : 03 [GICC Affinity]
[1123h 4387   1]                       Length : 12

[1124h 4388   4]             Proximity Domain : 00000001
[1128h 4392   4]           Acpi Processor UID : 000000F1
[112Ch 4396   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1130h 4400   4]                 Clock Domain : 00000000

[1134h 4404   1]                Subtable Type : 03 [GICC Affinity]
[1135h 4405   1]                       Length : 12

[1136h 4406   4]             Proximity Domain : 00000001
[113Ah 4410   4]           Acpi Processor UID : 000000F2
[113Eh 4414   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1142h 4418   4]                 Clock Domain : 00000000

[1146h 4422   1]                Subtable Type : 03 [GICC Affinity]
[1147h 4423   1]                       Length : 12

[1148h 4424   4]             Proximity Domain : 00000001
[114Ch 4428   4]           Acpi Processor UID : 000000F3
[1150h 4432   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1154h 4436   4]                 Clock Domain : 00000000

[1158h 4440   1]                Subtable Type : 03 [GICC Affinity]
[1159h 4441   1]                       Length : 12

[115Ah 4442   4]             Proximity Domain : 00000001
[115Eh 4446   4]           Acpi Processor UID : 000000F4
[1162h 4450   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1166h 4454   4]                 Clock Domain : 00000000

[116Ah 4458   1]                Subtable Type : 03 [GICC Affinity]
[116Bh 4459   1]                       Length : 12

[116Ch 4460   4]             Proximity Domain : 00000001
[1170h 4464   4]           Acpi Processor UID : 000000F5
[1174h 4468   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1178h 4472   4]                 Clock Domain : 00000000

[117Ch 4476   1]                Subtable Type : 03 [GICC Affinity]
[117Dh 4477   1]                       Length : 12

[117Eh 4478   4]             Proximity Domain : 00000001
[1182h 4482   4]           Acpi Processor UID : 000000F6
[1186h 4486   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[118Ah 4490   4]                 Clock Domain : 00000000

[118Eh 4494   1]                Subtable Type : 03 [GICC Affinity]
[118Fh 4495   1]                       Length : 12

[1190h 4496   4]             Proximity Domain : 00000001
[1194h 4500   4]           Acpi Processor UID : 000000F7
[1198h 4504   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[119Ch 4508   4]                 Clock Domain : 00000000

[11A0h 4512   1]                Subtable Type : 03 [GICC Affinity]
[11A1h 4513   1]                       Length : 12

[11A2h 4514   4]             Proximity Domain : 00000001
[11A6h 4518   4]           Acpi Processor UID : 000000F8
[11AAh 4522   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11AEh 4526   4]                 Clock Domain : 00000000

[11B2h 4530   1]                Subtable Type : 03 [GICC Affinity]
[11B3h 4531   1]                       Length : 12

[11B4h 4532   4]             Proximity Domain : 00000001
[11B8h 4536   4]           Acpi Processor UID : 000000F9
[11BCh 4540   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11C0h 4544   4]                 Clock Domain : 00000000

[11C4h 4548   1]                Subtable Type : 03 [GICC Affinity]
[11C5h 4549   1]                       Length : 12

[11C6h 4550   4]             Proximity Domain : 00000001
[11CAh 4554   4]           Acpi Processor UID : 000000FA
[11CEh 4558   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11D2h 4562   4]                 Clock Domain : 00000000

[11D6h 4566   1]                Subtable Type : 03 [GICC Affinity]
[11D7h 4567   1]                       Length : 12

[11D8h 4568   4]             Proximity Domain : 00000001
[11DCh 4572   4]           Acpi Processor UID : 000000FB
[11E0h 4576   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11E4h 4580   4]                 Clock Domain : 00000000

[11E8h 4584   1]                Subtable Type : 03 [GICC Affinity]
[11E9h 4585   1]                       Length : 12

[11EAh 4586   4]             Proximity Domain : 00000001
[11EEh 4590   4]           Acpi Processor UID : 000000FC
[11F2h 4594   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[11F6h 4598   4]                 Clock Domain : 00000000

[11FAh 4602   1]                Subtable Type : 03 [GICC Affinity]
[11FBh 4603   1]                       Length : 12

[11FCh 4604   4]             Proximity Domain : 00000001
[1200h 4608   4]           Acpi Processor UID : 000000FD
[1204h 4612   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1208h 4616   4]                 Clock Domain : 00000000

[120Ch 4620   1]                Subtable Type : 03 [GICC Affinity]
[120Dh 4621   1]                       Length : 12

[120Eh 4622   4]             Proximity Domain : 00000001
[1212h 4626   4]           Acpi Processor UID : 000000FE
[1216h 4630   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[121Ah 4634   4]                 Clock Domain : 00000000

[121Eh 4638   1]                Subtable Type : 03 [GICC Affinity]
[121Fh 4639   1]                       Length : 12

[1220h 4640   4]             Proximity Domain : 00000001
[1224h 4644   4]           Acpi Processor UID : 000000FF
[1228h 4648   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[122Ch 4652   4]                 Clock Domain : 00000000

[1230h 4656   1]                Subtable Type : 03 [GICC Affinity]
[1231h 4657   1]                       Length : 12

[1232h 4658   4]             Proximity Domain : 00000001
[1236h 4662   4]           Acpi Processor UID : 00000100
[123Ah 4666   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[123Eh 4670   4]                 Clock Domain : 00000000

[1242h 4674   1]                Subtable Type : 03 [GICC Affinity]
[1243h 4675   1]                       Length : 12

[1244h 4676   4]             Proximity Domain : 00000001
[1248h 4680   4]           Acpi Processor UID : 00000101
[124Ch 4684   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1250h 4688   4]                 Clock Domain : 00000000

[1254h 4692   1]                Subtable Type : 03 [GICC Affinity]
[1255h 4693   1]                       Length : 12

[1256h 4694   4]             Proximity Domain : 00000001
[125Ah 4698   4]           Acpi Processor UID : 00000102
[125Eh 4702   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1262h 4706   4]                 Clock Domain : 00000000

[1266h 4710   1]                Subtable Type : 03 [GICC Affinity]
[1267h 4711   1]                       Length : 12

[1268h 4712   4]             Proximity Domain : 00000001
[126Ch 4716   4]           Acpi Processor UID : 00000103
[1270h 4720   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1274h 4724   4]                 Clock Domain : 00000000

[1278h 4728   1]                Subtable Type : 03 [GICC Affinity]
[1279h 4729   1]                       Length : 12

[127Ah 4730   4]             Proximity Domain : 00000001
[127Eh 4734   4]           Acpi Processor UID : 00000104
[1282h 4738   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1286h 4742   4]                 Clock Domain : 00000000

[128Ah 4746   1]                Subtable Type : 03 [GICC Affinity]
[128Bh 4747   1]                       Length : 12

[128Ch 4748   4]             Proximity Domain : 00000001
[1290h 4752   4]           Acpi Processor UID : 00000105
[1294h 4756   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1298h 4760   4]                 Clock Domain : 00000000

[129Ch 4764   1]                Subtable Type : 03 [GICC Affinity]
[129Dh 4765   1]                       Length : 12

[129Eh 4766   4]             Proximity Domain : 00000001
[12A2h 4770   4]           Acpi Processor UID : 00000106
[12A6h 4774   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12AAh 4778   4]                 Clock Domain : 00000000

[12AEh 4782   1]                Subtable Type : 03 [GICC Affinity]
[12AFh 4783   1]                       Length : 12

[12B0h 4784   4]             Proximity Domain : 00000001
[12B4h 4788   4]           Acpi Processor UID : 00000107
[12B8h 4792   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12BCh 4796   4]                 Clock Domain : 00000000

[12C0h 4800   1]                Subtable Type : 03 [GICC Affinity]
[12C1h 4801   1]                       Length : 12

[12C2h 4802   4]             Proximity Domain : 00000001
[12C6h 4806   4]           Acpi Processor UID : 00000108
[12CAh 4810   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12CEh 4814   4]                 Clock Domain : 00000000

[12D2h 4818   1]                Subtable Type : 03 [GICC Affinity]
[12D3h 4819   1]                       Length : 12

[12D4h 4820   4]             Proximity Domain : 00000001
[12D8h 4824   4]           Acpi Processor UID : 00000109
[12DCh 4828   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12E0h 4832   4]                 Clock Domain : 00000000

[12E4h 4836   1]                Subtable Type : 03 [GICC Affinity]
[12E5h 4837   1]                       Length : 12

[12E6h 4838   4]             Proximity Domain : 00000001
[12EAh 4842   4]           Acpi Processor UID : 0000010A
[12EEh 4846   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[12F2h 4850   4]                 Clock Domain : 00000000

[12F6h 4854   1]                Subtable Type : 03 [GICC Affinity]
[12F7h 4855   1]                       Length : 12

[12F8h 4856   4]             Proximity Domain : 00000001
[12FCh 4860   4]           Acpi Processor UID : 0000010B
[1300h 4864   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1304h 4868   4]                 Clock Domain : 00000000

[1308h 4872   1]                Subtable Type : 03 [GICC Affinity]
[1309h 4873   1]                       Length : 12

[130Ah 4874   4]             Proximity Domain : 00000001
[130Eh 4878   4]           Acpi Processor UID : 0000010C
[1312h 4882   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1316h 4886   4]                 Clock Domain : 00000000

[131Ah 4890   1]                Subtable Type : 03 [GICC Affinity]
[131Bh 4891   1]                       Length : 12

[131Ch 4892   4]             Proximity Domain : 00000001
[1320h 4896   4]           Acpi Processor UID : 0000010D
[1324h 4900   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1328h 4904   4]                 Clock Domain : 00000000

[132Ch 4908   1]                Subtable Type : 03 [GICC Affinity]
[132Dh 4909   1]                       Length : 12

[132Eh 4910   4]             Proximity Domain : 00000001
[1332h 4914   4]           Acpi Processor UID : 0000010E
[1336h 4918   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[133Ah 4922   4]                 Clock Domain : 00000000

[133Eh 4926   1]                Subtable Type : 03 [GICC Affinity]
[133Fh 4927   1]                       Length : 12

[1340h 4928   4]             Proximity Domain : 00000001
[1344h 4932   4]           Acpi Processor UID : 0000010F
[1348h 4936   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[134Ch 4940   4]                 Clock Domain : 00000000

[1350h 4944   1]                Subtable Type : 03 [GICC Affinity]
[1351h 4945   1]                       Length : 12

[1352h 4946   4]             Proximity Domain : 00000001
[1356h 4950   4]           Acpi Processor UID : 00000110
[135Ah 4954   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[135Eh 4958   4]                 Clock Domain : 00000000

[1362h 4962   1]                Subtable Type : 03 [GICC Affinity]
[1363h 4963   1]                       Length : 12

[1364h 4964   4]             Proximity Domain : 00000001
[1368h 4968   4]           Acpi Processor UID : 00000111
[136Ch 4972   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1370h 4976   4]                 Clock Domain : 00000000

[1374h 4980   1]                Subtable Type : 03 [GICC Affinity]
[1375h 4981   1]                       Length : 12

[1376h 4982   4]             Proximity Domain : 00000001
[137Ah 4986   4]           Acpi Processor UID : 00000112
[137Eh 4990   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1382h 4994   4]                 Clock Domain : 00000000

[1386h 4998   1]                Subtable Type : 03 [GICC Affinity]
[1387h 4999   1]                       Length : 12

[1388h 5000   4]             Proximity Domain : 00000001
[138Ch 5004   4]           Acpi Processor UID : 00000113
[1390h 5008   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1394h 5012   4]                 Clock Domain : 00000000

[1398h 5016   1]                Subtable Type : 03 [GICC Affinity]
[1399h 5017   1]                       Length : 12

[139Ah 5018   4]             Proximity Domain : 00000001
[139Eh 5022   4]           Acpi Processor UID : 00000114
[13A2h 5026   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13A6h 5030   4]                 Clock Domain : 00000000

[13AAh 5034   1]                Subtable Type : 03 [GICC Affinity]
[13ABh 5035   1]                       Length : 12

[13ACh 5036   4]             Proximity Domain : 00000001
[13B0h 5040   4]           Acpi Processor UID : 00000115
[13B4h 5044   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13B8h 5048   4]                 Clock Domain : 00000000

[13BCh 5052   1]                Subtable Type : 03 [GICC Affinity]
[13BDh 5053   1]                       Length : 12

[13BEh 5054   4]             Proximity Domain : 00000001
[13C2h 5058   4]           Acpi Processor UID : 00000116
[13C6h 5062   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13CAh 5066   4]                 Clock Domain : 00000000

[13CEh 5070   1]                Subtable Type : 03 [GICC Affinity]
[13CFh 5071   1]                       Length : 12

[13D0h 5072   4]             Proximity Domain : 00000001
[13D4h 5076   4]           Acpi Processor UID : 00000117
[13D8h 5080   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13DCh 5084   4]                 Clock Domain : 00000000

[13E0h 5088   1]                Subtable Type : 03 [GICC Affinity]
[13E1h 5089   1]                       Length : 12

[13E2h 5090   4]             Proximity Domain : 00000001
[13E6h 5094   4]           Acpi Processor UID : 00000118
[13EAh 5098   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[13EEh 5102   4]                 Clock Domain : 00000000

[13F2h 5106   1]                Subtable Type : 03 [GICC Affinity]
[13F3h 5107   1]                       Length : 12

[13F4h 5108   4]             Proximity Domain : 00000001
[13F8h 5112   4]           Acpi Processor UID : 00000119
[13FCh 5116   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1400h 5120   4]                 Clock Domain : 00000000

[1404h 5124   1]                Subtable Type : 03 [GICC Affinity]
[1405h 5125   1]                       Length : 12

[1406h 5126   4]             Proximity Domain : 00000001
[140Ah 5130   4]           Acpi Processor UID : 0000011A
[140Eh 5134   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1412h 5138   4]                 Clock Domain : 00000000

[1416h 5142   1]                Subtable Type : 03 [GICC Affinity]
[1417h 5143   1]                       Length : 12

[1418h 5144   4]             Proximity Domain : 00000001
[141Ch 5148   4]           Acpi Processor UID : 0000011B
[1420h 5152   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1424h 5156   4]                 Clock Domain : 00000000

[1428h 5160   1]                Subtable Type : 03 [GICC Affinity]
[1429h 5161   1]                       Length : 12

[142Ah 5162   4]             Proximity Domain : 00000001
[142Eh 5166   4]           Acpi Processor UID : 0000011C
[1432h 5170   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1436h 5174   4]                 Clock Domain : 00000000

[143Ah 5178   1]                Subtable Type : 03 [GICC Affinity]
[143Bh 5179   1]                       Length : 12

[143Ch 5180   4]             Proximity Domain : 00000001
[1440h 5184   4]           Acpi Processor UID : 0000011D
[1444h 5188   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1448h 5192   4]                 Clock Domain : 00000000

[144Ch 5196   1]                Subtable Type : 03 [GICC Affinity]
[144Dh 5197   1]                       Length : 12

[144Eh 5198   4]             Proximity Domain : 00000001
[1452h 5202   4]           Acpi Processor UID : 0000011E
[1456h 5206   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[145Ah 5210   4]                 Clock Domain : 00000000

[145Eh 5214   1]                Subtable Type : 03 [GICC Affinity]
[145Fh 5215   1]                       Length : 12

[1460h 5216   4]             Proximity Domain : 00000001
[1464h 5220   4]           Acpi Processor UID : 0000011F
[1468h 5224   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[146Ch 5228   4]                 Clock Domain : 00000000

[1470h 5232   1]                Subtable Type : 03 [GICC Affinity]
[1471h 5233   1]                       Length : 12

[1472h 5234   4]             Proximity Domain : 00000001
[1476h 5238   4]           Acpi Processor UID : 00000120
[147Ah 5242   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[147Eh 5246   4]                 Clock Domain : 00000000

[1482h 5250   1]                Subtable Type : 03 [GICC Affinity]
[1483h 5251   1]                       Length : 12

[1484h 5252   4]             Proximity Domain : 00000001
[1488h 5256   4]           Acpi Processor UID : 00000121
[148Ch 5260   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1490h 5264   4]                 Clock Domain : 00000000

[1494h 5268   1]                Subtable Type : 03 [GICC Affinity]
[1495h 5269   1]                       Length : 12

[1496h 5270   4]             Proximity Domain : 00000001
[149Ah 5274   4]           Acpi Processor UID : 00000122
[149Eh 5278   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14A2h 5282   4]                 Clock Domain : 00000000

[14A6h 5286   1]                Subtable Type : 03 [GICC Affinity]
[14A7h 5287   1]                       Length : 12

[14A8h 5288   4]             Proximity Domain : 00000001
[14ACh 5292   4]           Acpi Processor UID : 00000123
[14B0h 5296   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14B4h 5300   4]                 Clock Domain : 00000000

[14B8h 5304   1]                Subtable Type : 03 [GICC Affinity]
[14B9h 5305   1]                       Length : 12

[14BAh 5306   4]             Proximity Domain : 00000001
[14BEh 5310   4]           Acpi Processor UID : 00000124
[14C2h 5314   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14C6h 5318   4]                 Clock Domain : 00000000

[14CAh 5322   1]                Subtable Type : 03 [GICC Affinity]
[14CBh 5323   1]                       Length : 12

[14CCh 5324   4]             Proximity Domain : 00000001
[14D0h 5328   4]           Acpi Processor UID : 00000125
[14D4h 5332   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14D8h 5336   4]                 Clock Domain : 00000000

[14DCh 5340   1]                Subtable Type : 03 [GICC Affinity]
[14DDh 5341   1]                       Length : 12

[14DEh 5342   4]             Proximity Domain : 00000001
[14E2h 5346   4]           Acpi Processor UID : 00000126
[14E6h 5350   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14EAh 5354   4]                 Clock Domain : 00000000

[14EEh 5358   1]                Subtable Type : 03 [GICC Affinity]
[14EFh 5359   1]                       Length : 12

[14F0h 5360   4]             Proximity Domain : 00000001
[14F4h 5364   4]           Acpi Processor UID : 00000127
[14F8h 5368   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[14FCh 5372   4]                 Clock Domain : 00000000

[1500h 5376   1]                Subtable Type : 03 [GICC Affinity]
[1501h 5377   1]                       Length : 12

[1502h 5378   4]             Proximity Domain : 00000001
[1506h 5382   4]           Acpi Processor UID : 00000128
[150Ah 5386   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[150Eh 5390   4]                 Clock Domain : 00000000

[1512h 5394   1]                Subtable Type : 03 [GICC Affinity]
[1513h 5395   1]                       Length : 12

[1514h 5396   4]             Proximity Domain : 00000001
[1518h 5400   4]           Acpi Processor UID : 00000129
[151Ch 5404   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1520h 5408   4]                 Clock Domain : 00000000

[1524h 5412   1]                Subtable Type : 03 [GICC Affinity]
[1525h 5413   1]                       Length : 12

[1526h 5414   4]             Proximity Domain : 00000001
[152Ah 5418   4]           Acpi Processor UID : 0000012A
[152Eh 5422   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1532h 5426   4]                 Clock Domain : 00000000

[1536h 5430   1]                Subtable Type : 03 [GICC Affinity]
[1537h 5431   1]                       Length : 12

[1538h 5432   4]             Proximity Domain : 00000001
[153Ch 5436   4]           Acpi Processor UID : 0000012B
[1540h 5440   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[1544h 5444   4]                 Clock Domain : 00000000

[1548h 5448   1]                Subtable Type : 01 [Memory Affinity]
[1549h 5449   1]                       Length : 28

[154Ah 5450   4]             Proximity Domain : 00000000
[154Eh 5454   2]                    Reserved1 : 0000
[1550h 5456   8]                 Base Address : 0000000080000000
[1558h 5464   8]               Address Length : 0000000080000000
[1560h 5472   4]                    Reserved2 : 00000000
[1564h 5476   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[1568h 5480   8]                    Reserved3 : 0000000000000000

[1570h 5488   1]                Subtable Type : 01 [Memory Affinity]
[1571h 5489   1]                       Length : 28

[1572h 5490   4]             Proximity Domain : 00000000
[1576h 5494   2]                    Reserved1 : 0000
[1578h 5496   8]                 Base Address : 0000008000000000
[1580h 5504   8]               Address Length : 0000000780000000
[1588h 5512   4]                    Reserved2 : 00000000
[158Ch 5516   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[1590h 5520   8]                    Reserved3 : 0000000000000000

[1598h 5528   1]                Subtable Type : 01 [Memory Affinity]
[1599h 5529   1]                       Length : 28

[159Ah 5530   4]             Proximity Domain : 00000001
[159Eh 5534   2]                    Reserved1 : 0000
[15A0h 5536   8]                 Base Address : 0000010000000000
[15A8h 5544   8]               Address Length : 0000000800000000
[15B0h 5552   4]                    Reserved2 : 00000000
[15B4h 5556   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[15B8h 5560   8]                    Reserved3 : 0000000000000000
