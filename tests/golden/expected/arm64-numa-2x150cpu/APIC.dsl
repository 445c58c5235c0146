[000h 0000   4]                    Signature : "APIC"    [Multiple APIC Description Table (MADT)]
[004h 0004   4]                 Table Length : 00005E24
[008h 0008   1]                     Revision : 05
[009h 0009   1]                     Checksum : F9
[00Ah 0010   6]                       Oem ID : "AETHER"
[010h 0016   8]                 Oem Table ID : "AETHERBT"
[018h 0024   4]                 Oem Revision : 00000001
[01Ch 0028   4]              Asl Compiler ID : "AEBT"
[020h 0032   4]        Asl Compiler Revision : 00000001

[024h 0036   4]           Local Apic Address : 00000000
[028h 0040   4]        Flags (decoded below) : 00000000
                         PC-AT Compatibility : 0

[02Ch 0044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[02Dh 0045   1]                       Length : 50
[02Eh 0046   2]                     Reserved : 0000
[030h 0048   4]         CPU Interface Number : 00000000
[034h 0052   4]                Processor UID : 00000000
[038h 0056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[03Ch 0060   4]     Parking Protocol Version : 00000000
[040h 0064   4]        Performance Interrupt : 00000000
[044h 0068   8]               Parked Address : 0000000000000000
[04Ch 0076   8]                 Base Address : 0000000000000000
[054h 0084   8]     Virtual GIC Base Address : 0000000000000000
[05Ch 0092   8]  Hypervisor GIC Base Address : 0000000000000000
[064h 0100   4]        Virtual GIC Interrupt : 00000000
[068h 0104   8]   Redistributor Base Address : 0000000000000000
[070h 0112   8]                    ARM MPIDR : 0000000000000000
[078h 0120   1]             Efficiency Class : 00
[079h 0121   1]                     Reserved : 00
[07Ah 0122   2]       SPE Overflow Interrupt : 0000

[07Ch 0124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[07Dh 0125   1]                       Length : 50
[07Eh 0126   2]                     Reserved : 0000
[080h 0128   4]         CPU Interface Number : 00000000
[084h 0132   4]                Processor UID : 00000001
[088h 0136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[08Ch 0140   4]     Parking Protocol Version : 00000000
[090h 0144   4]        Performance Interrupt : 00000000
[094h 0148   8]               Parked Address : 0000000000000000
[09Ch 0156   8]                 Base Address : 0000000000000000
[0A4h 0164   8]     Virtual GIC Base Address : 0000000000000000
[0ACh 0172   8]  Hypervisor GIC Base Address : 0000000000000000
[0B4h 0180   4]        Virtual GIC Interrupt : 00000000
[0B8h 0184   8]   Redistributor Base Address : 0000000000000000
[0C0h 0192   8]                    ARM MPIDR : 0000000000000001
[0C8h 0200   1]             Efficiency Class : 00
[0C9h 0201   1]                     Reserved : 00
[0CAh 0202   2]       SPE Overflow Interrupt : 0000

[0CCh 0204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[0CDh 0205   1]                       Length : 50
[0CEh 0206   2]                     Reserved : 0000
[0D0h 0208   4]         CPU Interface Number : 00000000
[0D4h 0212   4]                Processor UID : 00000002
[0D8h 0216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[0DCh 0220   4]     Parking Protocol Version : 00000000
[0E0h 0224   4]        Performance Interrupt : 00000000
[0E4h 0228   8]               Parked Address : 0000000000000000
[0ECh 0236   8]                 Base Address : 0000000000000000
[0F4h 0244   8]     Virtual GIC Base Address : 0000000000000000
[0FCh 0252   8]  Hypervisor GIC Base Address : 0000000000000000
[104h 0260   4]        Virtual GIC Interrupt : 00000000
[108h 0264   8]   Redistributor Base Address : 0000000000000000
[110h 0272   8]                    ARM MPIDR : 0000000000000002
[118h 0280   1]             Efficiency Class : 00
[119h 0281   1]                     Reserved : 00
[11Ah 0282   2]       SPE Overflow Interrupt : 0000

[11Ch 0284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[11Dh 0285   1]                       Length : 50
[11Eh 0286   2]                     Reserved : 0000
[120h 0288   4]         CPU Interface Number : 00000000
[124h 0292   4]                Processor UID : 00000003
[128h 0296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[12Ch 0300   4]     Parking Protocol Version : 00000000
[130h 0304   4]        Performance Interrupt : 00000000
[134h 0308   8]               Parked Address : 0000000000000000
[13Ch 0316   8]                 Base Address : 0000000000000000
[144h 0324   8]     Virtual GIC Base Address : 0000000000000000
[14Ch 0332   8]  Hypervisor GIC Base Address : 0000000000000000
[154h 0340   4]        Virtual GIC Interrupt : 00000000
[158h 0344   8]   Redistributor Base Address : 0000000000000000
[160h 0352   8]                    ARM MPIDR : 0000000000000003
[168h 0360   1]             Efficiency Class : 00
[169h 0361   1]                     Reserved : 00
[16Ah 0362   2]       SPE Overflow Interrupt : 0000

[16Ch 0364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[16Dh 0365   1]                       Length : 50
[16Eh 0366   2]                     Reserved : 0000
[170h 0368   4]         CPU Interface Number : 00000000
[174h 0372   4]                Processor UID : 00000004
[178h 0376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[17Ch 0380   4]     Parking Protocol Version : 00000000
[180h 0384   4]        Performance Interrupt : 00000000
[184h 0388   8]               Parked Address : 0000000000000000
[18Ch 0396   8]                 Base Address : 0000000000000000
[194h 0404   8]     Virtual GIC Base Address : 0000000000000000
[19Ch 0412   8]  Hypervisor GIC Base Address : 0000000000000000
[1A4h 0420   4]        Virtual GIC Interrupt : 00000000
[1A8h 0424   8]   Redistributor Base Address : 0000000000000000
[1B0h 0432   8]                    ARM MPIDR : 0000000000000004
[1B8h 0440   1]             Efficiency Class : 00
[1B9h 0441   1]                     Reserved : 00
[1BAh 0442   2]       SPE Overflow Interrupt : 0000

[1BCh 0444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1BDh 0445   1]                       Length : 50
[1BEh 0446   2]                     Reserved : 0000
[1C0h 0448   4]         CPU Interface Number : 00000000
[1C4h 0452   4]                Processor UID : 00000005
[1C8h 0456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1CCh 0460   4]     Parking Protocol Version : 00000000
[1D0h 0464   4]        Performance Interrupt : 00000000
[1D4h 0468   8]               Parked Address : 0000000000000000
[1DCh 0476   8]                 Base Address : 0000000000000000
[1E4h 0484   8]     Virtual GIC Base Address : 0000000000000000
[1ECh 0492   8]  Hypervisor GIC Base Address : 0000000000000000
[1F4h 0500   4]        Virtual GIC Interrupt : 00000000
[1F8h 0504   8]   Redistributor Base Address : 0000000000000000
[200h 0512   8]                    ARM MPIDR : 0000000000000005
[208h 0520   1]             Efficiency Class : 00
[209h 0521   1]                     Reserved : 00
[20Ah 0522   2]       SPE Overflow Interrupt : 0000

[20Ch 0524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[20Dh 0525   1]                       Length : 50
[20Eh 0526   2]                     Reserved : 0000
[210h 0528   4]         CPU Interface Number : 00000000
[214h 0532   4]                Processor UID : 00000006
[218h 0536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[21Ch 0540   4]     Parking Protocol Version : 00000000
[220h 0544   4]        Performance Interrupt : 00000000
[224h 0548   8]               Parked Address : 0000000000000000
[22Ch 0556   8]                 Base Address : 0000000000000000
[234h 0564   8]     Virtual GIC Base Address : 0000000000000000
[23Ch 0572   8]  Hypervisor GIC Base Address : 0000000000000000
[244h 0580   4]        Virtual GIC Interrupt : 00000000
[248h 0584   8]   Redistributor Base Address : 0000000000000000
[250h 0592   8]                    ARM MPIDR : 0000000000000006
[258h 0600   1]             Efficiency Class : 00
[259h 0601   1]                     Reserved : 00
[25Ah 0602   2]       SPE Overflow Interrupt : 0000

[25Ch 0604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[25Dh 0605   1]                       Length : 50
[25Eh 0606   2]                     Reserved : 0000
[260h 0608   4]         CPU Interface Number : 00000000
[264h 0612   4]                Processor UID : 00000007
[268h 0616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[26Ch 0620   4]     Parking Protocol Version : 00000000
[270h 0624   4]        Performance Interrupt : 00000000
[274h 0628   8]               Parked Address : 0000000000000000
[27Ch 0636   8]                 Base Address : 0000000000000000
[284h 0644   8]     Virtual GIC Base Address : 0000000000000000
[28Ch 0652   8]  Hypervisor GIC Base Address : 0000000000000000
[294h 0660   4]        Virtual GIC Interrupt : 00000000
[298h 0664   8]   Redistributor Base Address : 0000000000000000
[2A0h 0672   8]                    ARM MPIDR : 0000000000000007
[2A8h 0680   1]             Efficiency Class : 00
[2A9h 0681   1]                     Reserved : 00
[2AAh 0682   2]       SPE Overflow Interrupt : 0000

[2ACh 0684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2ADh 0685   1]                       Length : 50
[2AEh 0686   2]                     Reserved : 0000
[2B0h 0688   4]         CPU Interface Number : 00000000
[2B4h 0692   4]                Processor UID : 00000008
[2B8h 0696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2BCh 0700   4]     Parking Protocol Version : 00000000
[2C0h 0704   4]        Performance Interrupt : 00000000
[2C4h 0708   8]               Parked Address : 0000000000000000
[2CCh 0716   8]                 Base Address : 0000000000000000
[2D4h 0724   8]     Virtual GIC Base Address : 0000000000000000
[2DCh 0732   8]  Hypervisor GIC Base Address : 0000000000000000
[2E4h 0740   4]        Virtual GIC Interrupt : 00000000
[2E8h 0744   8]   Redistributor Base Address : 0000000000000000
[2F0h 0752   8]                    ARM MPIDR : 0000000000000008
[2F8h 0760   1]             Efficiency Class : 00
[2F9h 0761   1]                     Reserved : 00
[2FAh 0762   2]       SPE Overflow Interrupt : 0000

[2FCh 0764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2FDh 0765   1]                       Length : 50
[2FEh 0766   2]                     Reserved : 0000
[300h 0768   4]         CPU Interface Number : 00000000
[304h 0772   4]                Processor UID : 00000009
[308h 0776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[30Ch 0780   4]     Parking Protocol Version : 00000000
[310h 0784   4]        Performance Interrupt : 00000000
[314h 0788   8]               Parked Address : 0000000000000000
[31Ch 0796   8]                 Base Address : 0000000000000000
[324h 0804   8]     Virtual GIC Base Address : 0000000000000000
[32Ch 0812   8]  Hypervisor GIC Base Address : 0000000000000000
[334h 0820   4]        Virtual GIC Interrupt : 00000000
[338h 0824   8]   Redistributor Base Address : 0000000000000000
[340h 0832   8]                    ARM MPIDR : 0000000000000009
[348h 0840   1]             Efficiency Class : 00
[349h 0841   1]                     Reserved : 00
[34Ah 0842   2]       SPE Overflow Interrupt : 0000

[34Ch 0844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[34Dh 0845   1]                       Length : 50
[34Eh 0846   2]                     Reserved : 0000
[350h 0848   4]         CPU Interface Number : 00000000
[354h 0852   4]                Processor UID : 0000000A
[358h 0856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[35Ch 0860   4]     Parking Protocol Version : 00000000
[360h 0864   4]        Performance Interrupt : 00000000
[364h 0868   8]               Parked Address : 0000000000000000
[36Ch 0876   8]                 Base Address : 0000000000000000
[374h 0884   8]     Virtual GIC Base Address : 0000000000000000
[37Ch 0892   8]  Hypervisor GIC Base Address : 0000000000000000
[384h 0900   4]        Virtual GIC Interrupt : 00000000
[388h 0904   8]   Redistributor Base Address : 0000000000000000
[390h 0912   8]                    ARM MPIDR : 000000000000000A
[398h 0920   1]             Efficiency Class : 00
[399h 0921   1]                     Reserved : 00
[39Ah 0922   2]       SPE Overflow Interrupt : 0000

[39Ch 0924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[39Dh 0925   1]                       Length : 50
[39Eh 0926   2]                     Reserved : 0000
[3A0h 0928   4]         CPU Interface Number : 00000000
[3A4h 0932   4]                Processor UID : 0000000B
[3A8h 0936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3ACh 0940   4]     Parking Protocol Version : 00000000
[3B0h 0944   4]        Performance Interrupt : 00000000
[3B4h 0948   8]               Parked Address : 0000000000000000
[3BCh 0956   8]                 Base Address : 0000000000000000
[3C4h 0964   8]     Virtual GIC Base Address : 0000000000000000
[3CCh 0972   8]  Hypervisor GIC Base Address : 0000000000000000
[3D4h 0980   4]        Virtual GIC Interrupt : 00000000
[3D8h 0984   8]   Redistributor Base Address : 0000000000000000
[3E0h 0992   8]                    ARM MPIDR : 000000000000000B
[3E8h 1000   1]             Efficiency Class : 00
[3E9h 1001   1]                     Reserved : 00
[3EAh 1002   2]       SPE Overflow Interrupt : 0000

[3ECh 1004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3EDh 1005   1]                       Length : 50
[3EEh 1006   2]                     Reserved : 0000
[3F0h 1008   4]         CPU Interface Number : 00000000
[3F4h 1012   4]                Processor UID : 0000000C
[3F8h 1016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3FCh 1020   4]     Parking Protocol Version : 00000000
[400h 1024   4]        Performance Interrupt : 00000000
[404h 1028   8]               Parked Address : 0000000000000000
[40Ch 1036   8]                 Base Address : 0000000000000000
[414h 1044   8]     Virtual GIC Base Address : 0000000000000000
[41Ch 1052   8]  Hypervisor GIC Base Address : 0000000000000000
[424h 1060   4]        Virtual GIC Interrupt : 00000000
[428h 1064   8]   Redistributor Base Address : 0000000000000000
[430h 1072   8]                    ARM MPIDR : 000000000000000C
[438h 1080   1]             Efficiency Class : 00
[439h 1081   1]                     Reserved : 00
[43Ah 1082   2]       SPE Overflow Interrupt : 0000

[43Ch 1084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[43Dh 1085   1]                       Length : 50
[43Eh 1086   2]                     Reserved : 0000
[440h 1088   4]         CPU Interface Number : 00000000
[444h 1092   4]                Processor UID : 0000000D
[448h 1096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[44Ch 1100   4]     Parking Protocol Version : 00000000
[450h 1104   4]        Performance Interrupt : 00000000
[454h 1108   8]               Parked Address : 0000000000000000
[45Ch 1116   8]                 Base Address : 0000000000000000
[464h 1124   8]     Virtual GIC Base Address : 0000000000000000
[46Ch 1132   8]  Hypervisor GIC Base Address : 0000000000000000
[474h 1140   4]        Virtual GIC Interrupt : 00000000
[478h 1144   8]   Redistributor Base Address : 0000000000000000
[480h 1152   8]                    ARM MPIDR : 000000000000000D
[488h 1160   1]             Efficiency Class : 00
[489h 1161   1]                     Reserved : 00
[48Ah 1162   2]       SPE Overflow Interrupt : 0000

[48Ch 1164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[48Dh 1165   1]                       Length : 50
[48Eh 1166   2]                     Reserved : 0000
[490h 1168   4]         CPU Interface Number : 00000000
[494h 1172   4]                Processor UID : 0000000E
[498h 1176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[49Ch 1180   4]     Parking Protocol Version : 00000000
[4A0h 1184   4]        Performance Interrupt : 00000000
[4A4h 1188   8]               Parked Address : 0000000000000000
[4ACh 1196   8]                 Base Address : 0000000000000000
[4B4h 1204   8]     Virtual GIC Base Address : 0000000000000000
[4BCh 1212   8]  Hypervisor GIC Base Address : 0000000000000000
[4C4h 1220   4]        Virtual GIC Interrupt : 00000000
[4C8h 1224   8]   Redistributor Base Address : 0000000000000000
[4D0h 1232   8]                    ARM MPIDR : 000000000000000E
[4D8h 1240   1]             Efficiency Class : 00
[4D9h 1241   1]                     Reserved : 00
[4DAh 1242   2]       SPE Overflow Interrupt : 0000

[4DCh 1244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4DDh 1245   1]                       Length : 50
[4DEh 1246   2]                     Reserved : 0000
[4E0h 1248   4]         CPU Interface Number : 00000000
[4E4h 1252   4]                Processor UID : 0000000F
[4E8h 1256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4ECh 1260   4]     Parking Protocol Version : 00000000
[4F0h 1264   4]        Performance Interrupt : 00000000
[4F4h 1268   8]               Parked Address : 0000000000000000
[4FCh 1276   8]                 Base Address : 0000000000000000
[504h 1284   8]     Virtual GIC Base Address : 0000000000000000
[50Ch 1292   8]  Hypervisor GIC Base Address : 0000000000000000
[514h 1300   4]        Virtual GIC Interrupt : 00000000
[518h 1304   8]   Redistributor Base Address : 0000000000000000
[520h 1312   8]                    ARM MPIDR : 000000000000000F
[528h 1320   1]             Efficiency Class : 00
[529h 1321   1]                     Reserved : 00
[52Ah 1322   2]       SPE Overflow Interrupt : 0000

[52Ch 1324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[52Dh 1325   1]                       Length : 50
[52Eh 1326   2]                     Reserved : 0000
[530h 1328   4]         CPU Interface Number : 00000000
[534h 1332   4]                Processor UID : 00000010
[538h 1336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[53Ch 1340   4]     Parking Protocol Version : 00000000
[540h 1344   4]        Performance Interrupt : 00000000
[544h 1348   8]               Parked Address : 0000000000000000
[54Ch 1356   8]                 Base Address : 0000000000000000
[554h 1364   8]     Virtual GIC Base Address : 0000000000000000
[55Ch 1372   8]  Hypervisor GIC Base Address : 0000000000000000
[564h 1380   4]        Virtual GIC Interrupt : 00000000
[568h 1384   8]   Redistributor Base Address : 0000000000000000
[570h 1392   8]                    ARM MPIDR : 0000000000000100
[578h 1400   1]             Efficiency Class : 00
[579h 1401   1]                     Reserved : 00
[57Ah 1402   2]       SPE Overflow Interrupt : 0000

[57Ch 1404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[57Dh 1405   1]                       Length : 50
[57Eh 1406   2]                     Reserved : 0000
[580h 1408   4]         CPU Interface Number : 00000000
[584h 1412   4]                Processor UID : 00000011
[588h 1416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[58Ch 1420   4]     Parking Protocol Version : 00000000
[590h 1424   4]        Performance Interrupt : 00000000
[594h 1428   8]               Parked Address : 0000000000000000
[59Ch 1436   8]                 Base Address : 0000000000000000
[5A4h 1444   8]     Virtual GIC Base Address : 0000000000000000
[5ACh 1452   8]  Hypervisor GIC Base Address : 0000000000000000
[5B4h 1460   4]        Virtual GIC Interrupt : 00000000
[5B8h 1464   8]   Redistributor Base Address : 0000000000000000
[5C0h 1472   8]                    ARM MPIDR : 0000000000000101
[5C8h 1480   1]             Efficiency Class : 00
[5C9h 1481   1]                     Reserved : 00
[5CAh 1482   2]       SPE Overflow Interrupt : 0000

[5CCh 1484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5CDh 1485   1]                       Length : 50
[5CEh 1486   2]                     Reserved : 0000
[5D0h 1488   4]         CPU Interface Number : 00000000
[5D4h 1492   4]                Processor UID : 00000012
[5D8h 1496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5DCh 1500   4]     Parking Protocol Version : 00000000
[5E0h 1504   4]        Performance Interrupt : 00000000
[5E4h 1508   8]               Parked Address : 0000000000000000
[5ECh 1516   8]                 Base Address : 0000000000000000
[5F4h 1524   8]     Virtual GIC Base Address : 0000000000000000
[5FCh 1532   8]  Hypervisor GIC Base Address : 0000000000000000
[604h 1540   4]        Virtual GIC Interrupt : 00000000
[608h 1544   8]   Redistributor Base Address : 0000000000000000
[610h 1552   8]                    ARM MPIDR : 0000000000000102
[618h 1560   1]             Efficiency Class : 00
[619h 1561   1]                     Reserved : 00
[61Ah 1562   2]       SPE Overflow Interrupt : 0000

[61Ch 1564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[61Dh 1565   1]                       Length : 50
[61Eh 1566   2]                     Reserved : 0000
[620h 1568   4]         CPU Interface Number : 00000000
[624h 1572   4]                Processor UID : 00000013
[628h 1576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[62Ch 1580   4]     Parking Protocol Version : 00000000
[630h 1584   4]        Performance Interrupt : 00000000
[634h 1588   8]               Parked Address : 0000000000000000
[63Ch 1596   8]                 Base Address : 0000000000000000
[644h 1604   8]     Virtual GIC Base Address : 0000000000000000
[64Ch 1612   8]  Hypervisor GIC Base Address : 0000000000000000
[654h 1620   4]        Virtual GIC Interrupt : 00000000
[658h 1624   8]   Redistributor Base Address : 0000000000000000
[660h 1632   8]                    ARM MPIDR : 0000000000000103
[668h 1640   1]             Efficiency Class : 00
[669h 1641   1]                     Reserved : 00
[66Ah 1642   2]       SPE Overflow Interrupt : 0000

[66Ch 1644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[66Dh 1645   1]                       Length : 50
[66Eh 1646   2]                     Reserved : 0000
[670h 1648   4]         CPU Interface Number : 00000000
[674h 1652   4]                Processor UID : 00000014
[678h 1656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[67Ch 1660   4]     Parking Protocol Version : 00000000
[680h 1664   4]        Performance Interrupt : 00000000
[684h 1668   8]               Parked Address : 0000000000000000
[68Ch 1676   8]                 Base Address : 0000000000000000
[694h 1684   8]     Virtual GIC Base Address : 0000000000000000
[69Ch 1692   8]  Hypervisor GIC Base Address : 0000000000000000
[6A4h 1700   4]        Virtual GIC Interrupt : 00000000
[6A8h 1704   8]   Redistributor Base Address : 0000000000000000
[6B0h 1712   8]                    ARM MPIDR : 0000000000000104
[6B8h 1720   1]             Efficiency Class : 00
[6B9h 1721   1]                     Reserved : 00
[6BAh 1722   2]       SPE Overflow Interrupt : 0000

[6BCh 1724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[6BDh 1725   1]                       Length : 50
[6BEh 1726   2]                     Reserved : 0000
[6C0h 1728   4]         CPU Interface Number : 00000000
[6C4h 1732   4]                Processor UID : 00000015
[6C8h 1736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[6CCh 1740   4]     Parking Protocol Version : 00000000
[6D0h 1744   4]        Performance Interrupt : 00000000
[6D4h 1748   8]               Parked Address : 0000000000000000
[6DCh 1756   8]                 Base Address : 0000000000000000
[6E4h 1764   8]     Virtual GIC Base Address : 0000000000000000
[6ECh 1772   8]  Hypervisor GIC Base Address : 0000000000000000
[6F4h 1780   4]        Virtual GIC Interrupt : 00000000
[6F8h 1784   8]   Redistributor Base Address : 0000000000000000
[700h 1792   8]                    ARM MPIDR : 0000000000000105
[708h 1800   1]             Efficiency Class : 00
[709h 1801   1]                     Reserved : 00
[70Ah 1802   2]       SPE Overflow Interrupt : 0000

[70Ch 1804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[70Dh 1805   1]                       Length : 50
[70Eh 1806   2]                     Reserved : 0000
[710h 1808   4]         CPU Interface Number : 00000000
[714h 1812   4]                Processor UID : 00000016
[718h 1816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[71Ch 1820   4]     Parking Protocol Version : 00000000
[720h 1824   4]        Performance Interrupt : 00000000
[724h 1828   8]               Parked Address : 0000000000000000
[72Ch 1836   8]                 Base Address : 0000000000000000
[734h 1844   8]     Virtual GIC Base Address : 0000000000000000
[73Ch 1852   8]  Hypervisor GIC Base Address : 0000000000000000
[744h 1860   4]        Virtual GIC Interrupt : 00000000
[748h 1864   8]   Redistributor Base Address : 0000000000000000
[750h 1872   8]                    ARM MPIDR : 0000000000000106
[758h 1880   1]             Efficiency Class : 00
[759h 1881   1]                     Reserved : 00
[75Ah 1882   2]       SPE Overflow Interrupt : 0000

[75Ch 1884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[75Dh 1885   1]                       Length : 50
[75Eh 1886   2]                     Reserved : 0000
[760h 1888   4]         CPU Interface Number : 00000000
[764h 1892   4]                Processor UID : 00000017
[768h 1896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[76Ch 1900   4]     Parking Protocol Version : 00000000
[770h 1904   4]        Performance Interrupt : 00000000
[774h 1908   8]               Parked Address : 0000000000000000
[77Ch 1916   8]                 Base Address : 0000000000000000
[784h 1924   8]     Virtual GIC Base Address : 0000000000000000
[78Ch 1932   8]  Hypervisor GIC Base Address : 0000000000000000
[794h 1940   4]        Virtual GIC Interrupt : 00000000
[798h 1944   8]   Redistributor Base Address : 0000000000000000
[7A0h 1952   8]                    ARM MPIDR : 0000000000000107
[7A8h 1960   1]             Efficiency Class : 00
[7A9h 1961   1]                     Reserved : 00
[7AAh 1962   2]       SPE Overflow Interrupt : 0000

[7ACh 1964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[7ADh 1965   1]                       Length : 50
[7AEh 1966   2]                     Reserved : 0000
[7B0h 1968   4]         CPU Interface Number : 00000000
[7B4h 1972   4]                Processor UID : 00000018
[7B8h 1976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[7BCh 1980   4]     Parking Protocol Version : 00000000
[7C0h 1984   4]        Performance Interrupt : 00000000
[7C4h 1988   8]               Parked Address : 0000000000000000
[7CCh 1996   8]                 Base Address : 0000000000000000
[7D4h 2004   8]     Virtual GIC Base Address : 0000000000000000
[7DCh 2012   8]  Hypervisor GIC Base Address : 0000000000000000
[7E4h 2020   4]        Virtual GIC Interrupt : 00000000
[7E8h 2024   8]   Redistributor Base Address : 0000000000000000
[7F0h 2032   8]                    ARM MPIDR : 0000000000000108
[7F8h 2040   1]             Efficiency Class : 00
[7F9h 2041   1]                     Reserved : 00
[7FAh 2042   2]       SPE Overflow Interrupt : 0000

[7FCh 2044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[7FDh 2045   1]                       Length : 50
[7FEh 2046   2]                     Reserved : 0000
[800h 2048   4]         CPU Interface Number : 00000000
[804h 2052   4]                Processor UID : 00000019
[808h 2056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[80Ch 2060   4]     Parking Protocol Version : 00000000
[810h 2064   4]        Performance Interrupt : 00000000
[814h 2068   8]               Parked Address : 0000000000000000
[81Ch 2076   8]                 Base Address : 0000000000000000
[824h 2084   8]     Virtual GIC Base Address : 0000000000000000
[82Ch 2092   8]  Hypervisor GIC Base Address : 0000000000000000
[834h 2100   4]        Virtual GIC Interrupt : 00000000
[838h 2104   8]   Redistributor Base Address : 0000000000000000
[840h 2112   8]                    ARM MPIDR : 0000000000000109
[848h 2120   1]             Efficiency Class : 00
[849h 2121   1]                     Reserved : 00
[84Ah 2122   2]       SPE Overflow Interrupt : 0000

[84Ch 2124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[84Dh 2125   1]                       Length : 50
[84Eh 2126   2]                     Reserved : 0000
[850h 2128   4]         CPU Interface Number : 00000000
[854h 2132   4]                Processor UID : 0000001A
[858h 2136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[85Ch 2140   4]     Parking Protocol Version : 00000000
[860h 2144   4]        Performance Interrupt : 00000000
[864h 2148   8]               Parked Address : 0000000000000000
[86Ch 2156   8]                 Base Address : 0000000000000000
[874h 2164   8]     Virtual GIC Base Address : 0000000000000000
[87Ch 2172   8]  Hypervisor GIC Base Address : 0000000000000000
[884h 2180   4]        Virtual GIC Interrupt : 00000000
[888h 2184   8]   Redistributor Base Address : 0000000000000000
[890h 2192   8]                    ARM MPIDR : 000000000000010A
[898h 2200   1]             Efficiency Class : 00
[899h 2201   1]                     Reserved : 00
[89Ah 2202   2]       SPE Overflow Interrupt : 0000

[89Ch 2204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[89Dh 2205   1]                       Length : 50
[89Eh 2206   2]                     Reserved : 0000
[8A0h 2208   4]         CPU Interface Number : 00000000
[8A4h 2212   4]                Processor UID : 0000001B
[8A8h 2216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[8ACh 2220   4]     Parking Protocol Version : 00000000
[8B0h 2224   4]        Performance Interrupt : 00000000
[8B4h 2228   8]               Parked Address : 0000000000000000
[8BCh 2236   8]                 Base Address : 0000000000000000
[8C4h 2244   8]     Virtual GIC Base Address : 0000000000000000
[8CCh 2252   8]  Hypervisor GIC Base Address : 0000000000000000
[8D4h 2260   4]        Virtual GIC Interrupt : 00000000
[8D8h 2264   8]   Redistributor Base Address : 0000000000000000
[8E0h 2272   8]                    ARM MPIDR : 000000000000010B
[8E8h 2280   1]             Efficiency Class : 00
[8E9h 2281   1]                     Reserved : 00
[8EAh 2282   2]       SPE Overflow Interrupt : 0000

[8ECh 2284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[8EDh 2285   1]                       Length : 50
[8EEh 2286   2]                     Reserved : 0000
[8F0h 2288   4]         CPU Interface Number : 00000000
[8F4h 2292   4]                Processor UID : 0000001C
[8F8h 2296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[8FCh 2300   4]     Parking Protocol Version : 00000000
[900h 2304   4]        Performance Interrupt : 00000000
[904h 2308   8]               Parked Address : 0000000000000000
[90Ch 2316   8]                 Base Address : 0000000000000000
[914h 2324   8]     Virtual GIC Base Address : 0000000000000000
[91Ch 2332   8]  Hypervisor GIC Base Address : 0000000000000000
[924h 2340   4]        Virtual GIC Interrupt : 00000000
[928h 2344   8]   Redistributor Base Address : 0000000000000000
[930h 2352   8]                    ARM MPIDR : 000000000000010C
[938h 2360   1]             Efficiency Class : 00
[939h 2361   1]                     Reserved : 00
[93Ah 2362   2]       SPE Overflow Interrupt : 0000

[93Ch 2364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[93Dh 2365   1]                       Length : 50
[93Eh 2366   2]                     Reserved : 0000
[940h 2368   4]         CPU Interface Number : 00000000
[944h 2372   4]                Processor UID : 0000001D
[948h 2376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[94Ch 2380   4]     Parking Protocol Version : 00000000
[950h 2384   4]        Performance Interrupt : 00000000
[954h 2388   8]               Parked Address : 0000000000000000
[95Ch 2396   8]                 Base Address : 0000000000000000
[964h 2404   8]     Virtual GIC Base Address : 0000000000000000
[96Ch 2412   8]  Hypervisor GIC Base Address : 0000000000000000
[974h 2420   4]        Virtual GIC Interrupt : 00000000
[978h 2424   8]   Redistributor Base Address : 0000000000000000
[980h 2432   8]                    ARM MPIDR : 000000000000010D
[988h 2440   1]             Efficiency Class : 00
[989h 2441   1]                     Reserved : 00
[98Ah 2442   2]       SPE Overflow Interrupt : 0000

[98Ch 2444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[98Dh 2445   1]                       Length : 50
[98Eh 2446   2]                     Reserved : 0000
[990h 2448   4]         CPU Interface Number : 00000000
[994h 2452   4]                Processor UID : 0000001E
[998h 2456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[99Ch 2460   4]     Parking Protocol Version : 00000000
[9A0h 2464   4]        Performance Interrupt : 00000000
[9A4h 2468   8]               Parked Address : 0000000000000000
[9ACh 2476   8]                 Base Address : 0000000000000000
[9B4h 2484   8]     Virtual GIC Base Address : 0000000000000000
[9BCh 2492   8]  Hypervisor GIC Base Address : 0000000000000000
[9C4h 2500   4]        Virtual GIC Interrupt : 00000000
[9C8h 2504   8]   Redistributor Base Address : 0000000000000000
[9D0h 2512   8]                    ARM MPIDR : 000000000000010E
[9D8h 2520   1]             Efficiency Class : 00
[9D9h 2521   1]                     Reserved : 00
[9DAh 2522   2]       SPE Overflow Interrupt : 0000

[9DCh 2524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[9DDh 2525   1]                       Length : 50
[9DEh 2526   2]                     Reserved : 0000
[9E0h 2528   4]         CPU Interface Number : 00000000
[9E4h 2532   4]                Processor UID : 0000001F
[9E8h 2536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[9ECh 2540   4]     Parking Protocol Version : 00000000
[9F0h 2544   4]        Performance Interrupt : 00000000
[9F4h 2548   8]               Parked Address : 0000000000000000
[9FCh 2556   8]                 Base Address : 0000000000000000
[A04h 2564   8]     Virtual GIC Base Address : 0000000000000000
[A0Ch 2572   8]  Hypervisor GIC Base Address : 0000000000000000
[A14h 2580   4]        Virtual GIC Interrupt : 00000000
[A18h 2584   8]   Redistributor Base Address : 0000000000000000
[A20h 2592   8]                    ARM MPIDR : 000000000000010F
[A28h 2600   1]             Efficiency Class : 00
[A29h 2601   1]                     Reserved : 00
[A2Ah 2602   2]       SPE Overflow Interrupt : 0000

[A2Ch 2604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[A2Dh 2605   1]                       Length : 50
[A2Eh 2606   2]                     Reserved : 0000
[A30h 2608   4]         CPU Interface Number : 00000000
[A34h 2612   4]                Processor UID : 00000020
[A38h 2616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[A3Ch 2620   4]     Parking Protocol Version : 00000000
[A40h 2624   4]        Performance Interrupt : 00000000
[A44h 2628   8]               Parked Address : 0000000000000000
[A4Ch 2636   8]                 Base Address : 0000000000000000
[A54h 2644   8]     Virtual GIC Base Address : 0000000000000000
[A5Ch 2652   8]  Hypervisor GIC Base Address : 0000000000000000
[A64h 2660   4]        Virtual GIC Interrupt : 00000000
[A68h 2664   8]   Redistributor Base Address : 0000000000000000
[A70h 2672   8]                    ARM MPIDR : 0000000000000200
[A78h 2680   1]             Efficiency Class : 00
[A79h 2681   1]                     Reserved : 00
[A7Ah 2682   2]       SPE Overflow Interrupt : 0000

[A7Ch 2684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[A7Dh 2685   1]                       Length : 50
[A7Eh 2686   2]                     Reserved : 0000
[A80h 2688   4]         CPU Interface Number : 00000000
[A84h 2692   4]                Processor UID : 00000021
[A88h 2696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[A8Ch 2700   4]     Parking Protocol Version : 00000000
[A90h 2704   4]        Performance Interrupt : 00000000
[A94h 2708   8]               Parked Address : 0000000000000000
[A9Ch 2716   8]                 Base Address : 0000000000000000
[AA4h 2724   8]     Virtual GIC Base Address : 0000000000000000
[AACh 2732   8]  Hypervisor GIC Base Address : 0000000000000000
[AB4h 2740   4]        Virtual GIC Interrupt : 00000000
[AB8h 2744   8]   Redistributor Base Address : 0000000000000000
[AC0h 2752   8]                    ARM MPIDR : 0000000000000201
[AC8h 2760   1]             Efficiency Class : 00
[AC9h 2761   1]                     Reserved : 00
[ACAh 2762   2]       SPE Overflow Interrupt : 0000

[ACCh 2764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[ACDh 2765   1]                       Length : 50
[ACEh 2766   2]                     Reserved : 0000
[AD0h 2768   4]         CPU Interface Number : 00000000
[AD4h 2772   4]                Processor UID : 00000022
[AD8h 2776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[ADCh 2780   4]     Parking Protocol Version : 00000000
[AE0h 2784   4]        Performance Interrupt : 00000000
[AE4h 2788   8]               Parked Address : 0000000000000000
[AECh 2796   8]                 Base Address : 0000000000000000
[AF4h 2804   8]     Virtual GIC Base Address : 0000000000000000
[AFCh 2812   8]  Hypervisor GIC Base Address : 0000000000000000
[B04h 2820   4]        Virtual GIC Interrupt : 00000000
[B08h 2824   8]   Redistributor Base Address : 0000000000000000
[B10h 2832   8]                    ARM MPIDR : 0000000000000202
[B18h 2840   1]             Efficiency Class : 00
[B19h 2841   1]                     Reserved : 00
[B1Ah 2842   2]       SPE Overflow Interrupt : 0000

[B1Ch 2844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[B1Dh 2845   1]                       Length : 50
[B1Eh 2846   2]                     Reserved : 0000
[B20h 2848   4]         CPU Interface Number : 00000000
[B24h 2852   4]                Processor UID : 00000023
[B28h 2856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[B2Ch 2860   4]     Parking Protocol Version : 00000000
[B30h 2864   4]        Performance Interrupt : 00000000
[B34h 2868   8]               Parked Address : 0000000000000000
[B3Ch 2876   8]                 Base Address : 0000000000000000
[B44h 2884   8]     Virtual GIC Base Address : 0000000000000000
[B4Ch 2892   8]  Hypervisor GIC Base Address : 0000000000000000
[B54h 2900   4]        Virtual GIC Interrupt : 00000000
[B58h 2904   8]   Redistributor Base Address : 0000000000000000
[B60h 2912   8]                    ARM MPIDR : 0000000000000203
[B68h 2920   1]             Efficiency Class : 00
[B69h 2921   1]                     Reserved : 00
[B6Ah 2922   2]       SPE Overflow Interrupt : 0000

[B6Ch 2924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[B6Dh 2925   1]                       Length : 50
[B6Eh 2926   2]                     Reserved : 0000
[B70h 2928   4]         CPU Interface Number : 00000000
[B74h 2932   4]                Processor UID : 00000024
[B78h 2936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[B7Ch 2940   4]     Parking Protocol Version : 00000000
[B80h 2944   4]        Performance Interrupt : 00000000
[B84h 2948   8]               Parked Address : 0000000000000000
[B8Ch 2956   8]                 Base Address : 0000000000000000
[B94h 2964   8]     Virtual GIC Base Address : 0000000000000000
[B9Ch 2972   8]  Hypervisor GIC Base Address : 0000000000000000
[BA4h 2980   4]        Virtual GIC Interrupt : 00000000
[BA8h 2984   8]   Redistributor Base Address : 0000000000000000
[BB0h 2992   8]                    ARM MPIDR : 0000000000000204
[BB8h 3000   1]             Efficiency Class : 00
[BB9h 3001   1]                     Reserved : 00
[BBAh 3002   2]       SPE Overflow Interrupt : 0000

[BBCh 3004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[BBDh 3005   1]                       Length : 50
[BBEh 3006   2]                     Reserved : 0000
[BC0h 3008   4]         CPU Interface Number : 00000000
[BC4h 3012   4]                Processor UID : 00000025
[BC8h 3016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[BCCh 3020   4]     Parking Protocol Version : 00000000
[BD0h 3024   4]        Performance Interrupt : 00000000
[BD4h 3028   8]               Parked Address : 0000000000000000
[BDCh 3036   8]                 Base Address : 0000000000000000
[BE4h 3044   8]     Virtual GIC Base Address : 0000000000000000
[BECh 3052   8]  Hypervisor GIC Base Address : 0000000000000000
[BF4h 3060   4]        Virtual GIC Interrupt : 00000000
[BF8h 3064   8]   Redistributor Base Address : 0000000000000000
[C00h 3072   8]                    ARM MPIDR : 0000000000000205
[C08h 3080   1]             Efficiency Class : 00
[C09h 3081   1]                     Reserved : 00
[C0Ah 3082   2]       SPE Overflow Interrupt : 0000

[C0Ch 3084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[C0Dh 3085   1]                       Length : 50
[C0Eh 3086   2]                     Reserved : 0000
[C10h 3088   4]         CPU Interface Number : 00000000
[C14h 3092   4]                Processor UID : 00000026
[C18h 3096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[C1Ch 3100   4]     Parking Protocol Version : 00000000
[C20h 3104   4]        Performance Interrupt : 00000000
[C24h 3108   8]               Parked Address : 0000000000000000
[C2Ch 3116   8]                 Base Address : 0000000000000000
[C34h 3124   8]     Virtual GIC Base Address : 0000000000000000
[C3Ch 3132   8]  Hypervisor GIC Base Address : 0000000000000000
[C44h 3140   4]        Virtual GIC Interrupt : 00000000
[C48h 3144   8]   Redistributor Base Address : 0000000000000000
[C50h 3152   8]                    ARM MPIDR : 0000000000000206
[C58h 3160   1]             Efficiency Class : 00
[C59h 3161   1]                     Reserved : 00
[C5Ah 3162   2]       SPE Overflow Interrupt : 0000

[C5Ch 3164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[C5Dh 3165   1]                       Length : 50
[C5Eh 3166   2]                     Reserved : 0000
[C60h 3168   4]         CPU Interface Number : 00000000
[C64h 3172   4]                Processor UID : 00000027
[C68h 3176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[C6Ch 3180   4]     Parking Protocol Version : 00000000
[C70h 3184   4]        Performance Interrupt : 00000000
[C74h 3188   8]               Parked Address : 0000000000000000
[C7Ch 3196   8]                 Base Address : 0000000000000000
[C84h 3204   8]     Virtual GIC Base Address : 0000000000000000
[C8Ch 3212   8]  Hypervisor GIC Base Address : 0000000000000000
[C94h 3220   4]        Virtual GIC Interrupt : 00000000
[C98h 3224   8]   Redistributor Base Address : 0000000000000000
[CA0h 3232   8]                    ARM MPIDR : 0000000000000207
[CA8h 3240   1]             Efficiency Class : 00
[CA9h 3241   1]                     Reserved : 00
[CAAh 3242   2]       SPE Overflow Interrupt : 0000

[CACh 3244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[CADh 3245   1]                       Length : 50
[CAEh 3246   2]                     Reserved : 0000
[CB0h 3248   4]         CPU Interface Number : 00000000
[CB4h 3252   4]                Processor UID : 00000028
[CB8h 3256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[CBCh 3260   4]     Parking Protocol Version : 00000000
[CC0h 3264   4]        Performance Interrupt : 00000000
[CC4h 3268   8]               Parked Address : 0000000000000000
[CCCh 3276   8]                 Base Address : 0000000000000000
[CD4h 3284   8]     Virtual GIC Base Address : 0000000000000000
[CDCh 3292   8]  Hypervisor GIC Base Address : 0000000000000000
[CE4h 3300   4]        Virtual GIC Interrupt : 00000000
[CE8h 3304   8]   Redistributor Base Address : 0000000000000000
[CF0h 3312   8]                    ARM MPIDR : 0000000000000208
[CF8h 3320   1]             Efficiency Class : 00
[CF9h 3321   1]                     Reserved : 00
[CFAh 3322   2]       SPE Overflow Interrupt : 0000

[CFCh 3324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[CFDh 3325   1]                       Length : 50
[CFEh 3326   2]                     Reserved : 0000
[D00h 3328   4]         CPU Interface Number : 00000000
[D04h 3332   4]                Processor UID : 00000029
[D08h 3336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[D0Ch 3340   4]     Parking Protocol Version : 00000000
[D10h 3344   4]        Performance Interrupt : 00000000
[D14h 3348   8]               Parked Address : 0000000000000000
[D1Ch 3356   8]                 Base Address : 0000000000000000
[D24h 3364   8]     Virtual GIC Base Address : 0000000000000000
[D2Ch 3372   8]  Hypervisor GIC Base Address : 0000000000000000
[D34h 3380   4]        Virtual GIC Interrupt : 00000000
[D38h 3384   8]   Redistributor Base Address : 0000000000000000
[D40h 3392   8]                    ARM MPIDR : 0000000000000209
[D48h 3400   1]             Efficiency Class : 00
[D49h 3401   1]                     Reserved : 00
[D4Ah 3402   2]       SPE Overflow Interrupt : 0000

[D4Ch 3404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[D4Dh 3405   1]                       Length : 50
[D4Eh 3406   2]                     Reserved : 0000
[D50h 3408   4]         CPU Interface Number : 00000000
[D54h 3412   4]                Processor UID : 0000002A
[D58h 3416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[D5Ch 3420   4]     Parking Protocol Version : 00000000
[D60h 3424   4]        Performance Interrupt : 00000000
[D64h 3428   8]               Parked Address : 0000000000000000
[D6Ch 3436   8]                 Base Address : 0000000000000000
[D74h 3444   8]     Virtual GIC Base Address : 0000000000000000
[D7Ch 3452   8]  Hypervisor GIC Base Address : 0000000000000000
[D84h 3460   4]        Virtual GIC Interrupt : 00000000
[D88h 3464   8]   Redistributor Base Address : 0000000000000000
[D90h 3472   8]                    ARM MPIDR : 000000000000020A
[D98h 3480   1]             Efficiency Class : 00
[D99h 3481   1]                     Reserved : 00
[D9Ah 3482   2]       SPE Overflow Interrupt : 0000

[D9Ch 3484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[D9Dh 3485   1]                       Length : 50
[D9Eh 3486   2]                     Reserved : 0000
[DA0h 3488   4]         CPU Interface Number : 00000000
[DA4h 3492   4]                Processor UID : 0000002B
[DA8h 3496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[DACh 3500   4]     Parking Protocol Version : 00000000
[DB0h 3504   4]        Performance Interrupt : 00000000
[DB4h 3508   8]               Parked Address : 0000000000000000
[DBCh 3516   8]                 Base Address : 0000000000000000
[DC4h 3524   8]     Virtual GIC Base Address : 0000000000000000
[DCCh 3532   8]  Hypervisor GIC Base Address : 0000000000000000
[DD4h 3540   4]        Virtual GIC Interrupt : 00000000
[DD8h 3544   8]   Redistributor Base Address : 0000000000000000
[DE0h 3552   8]                    ARM MPIDR : 000000000000020B
[DE8h 3560   1]             Efficiency Class : 00
[DE9h 3561   1]                     Reserved : 00
[DEAh 3562   2]       SPE Overflow Interrupt : 0000

[DECh 3564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[DEDh 3565   1]                       Length : 50
[DEEh 3566   2]                     Reserved : 0000
[DF0h 3568   4]         CPU Interface Number : 00000000
[DF4h 3572   4]                Processor UID : 0000002C
[DF8h 3576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[DFCh 3580   4]     Parking Protocol Version : 00000000
[E00h 3584   4]        Performance Interrupt : 00000000
[E04h 3588   8]               Parked Address : 0000000000000000
[E0Ch 3596   8]                 Base Address : 0000000000000000
[E14h 3604   8]     Virtual GIC Base Address : 0000000000000000
[E1Ch 3612   8]  Hypervisor GIC Base Address : 0000000000000000
[E24h 3620   4]        Virtual GIC Interrupt : 00000000
[E28h 3624   8]   Redistributor Base Address : 0000000000000000
[E30h 3632   8]                    ARM MPIDR : 000000000000020C
[E38h 3640   1]             Efficiency Class : 00
[E39h 3641   1]                     Reserved : 00
[E3Ah 3642   2]       SPE Overflow Interrupt : 0000

[E3Ch 3644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[E3Dh 3645   1]                       Length : 50
[E3Eh 3646   2]                     Reserved : 0000
[E40h 3648   4]         CPU Interface Number : 00000000
[E44h 3652   4]                Processor UID : 0000002D
[E48h 3656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[E4Ch 3660   4]     Parking Protocol Version : 00000000
[E50h 3664   4]        Performance Interrupt : 00000000
[E54h 3668   8]               Parked Address : 0000000000000000
[E5Ch 3676   8]                 Base Address : 0000000000000000
[E64h 3684   8]     Virtual GIC Base Address : 0000000000000000
[E6Ch 3692   8]  Hypervisor GIC Base Address : 0000000000000000
[E74h 3700   4]        Virtual GIC Interrupt : 00000000
[E78h 3704   8]   Redistributor Base Address : 0000000000000000
[E80h 3712   8]                    ARM MPIDR : 000000000000020D
[E88h 3720   1]             Efficiency Class : 00
[E89h 3721   1]                     Reserved : 00
[E8Ah 3722   2]       SPE Overflow Interrupt : 0000

[E8Ch 3724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[E8Dh 3725   1]                       Length : 50
[E8Eh 3726   2]                     Reserved : 0000
[E90h 3728   4]         CPU Interface Number : 00000000
[E94h 3732   4]                Processor UID : 0000002E
[E98h 3736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[E9Ch 3740   4]     Parking Protocol Version : 00000000
[EA0h 3744   4]        Performance Interrupt : 00000000
[EA4h 3748   8]               Parked Address : 0000000000000000
[EACh 3756   8]                 Base Address : 0000000000000000
[EB4h 3764   8]     Virtual GIC Base Address : 0000000000000000
[EBCh 3772   8]  Hypervisor GIC Base Address : 0000000000000000
[EC4h 3780   4]        Virtual GIC Interrupt : 00000000
[EC8h 3784   8]   Redistributor Base Address : 0000000000000000
[ED0h 3792   8]                    ARM MPIDR : 000000000000020E
[ED8h 3800   1]             Efficiency Class : 00
[ED9h 3801   1]                     Reserved : 00
[EDAh 3802   2]       SPE Overflow Interrupt : 0000

[EDCh 3804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[EDDh 3805   1]                       Length : 50
[EDEh 3806   2]                     Reserved : 0000
[EE0h 3808   4]         CPU Interface Number : 00000000
[EE4h 3812   4]                Processor UID : 0000002F
[EE8h 3816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[EECh 3820   4]     Parking Protocol Version : 00000000
[EF0h 3824   4]        Performance Interrupt : 00000000
[EF4h 3828   8]               Parked Address : 0000000000000000
[EFCh 3836   8]                 Base Address : 0000000000000000
[F04h 3844   8]     Virtual GIC Base Address : 0000000000000000
[F0Ch 3852   8]  Hypervisor GIC Base Address : 0000000000000000
[F14h 3860   4]        Virtual GIC Interrupt : 00000000
[F18h 3864   8]   Redistributor Base Address : 0000000000000000
[F20h 3872   8]                    ARM MPIDR : 000000000000020F
[F28h 3880   1]             Efficiency Class : 00
[F29h 3881   1]                     Reserved : 00
[F2Ah 3882   2]       SPE Overflow Interrupt : 0000

[F2Ch 3884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[F2Dh 3885   1]                       Length : 50
[F2Eh 3886   2]                     Reserved : 0000
[F30h 3888   4]         CPU Interface Number : 00000000
[F34h 3892   4]                Processor UID : 00000030
[F38h 3896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[F3Ch 3900   4]     Parking Protocol Version : 00000000
[F40h 3904   4]        Performance Interrupt : 00000000
[F44h 3908   8]               Parked Address : 0000000000000000
[F4Ch 3916   8]                 Base Address : 0000000000000000
[F54h 3924   8]     Virtual GIC Base Address : 0000000000000000
[F5Ch 3932   8]  Hypervisor GIC Base Address : 0000000000000000
[F64h 3940   4]        Virtual GIC Interrupt : 00000000
[F68h 3944   8]   Redistributor Base Address : 0000000000000000
[F70h 3952   8]                    ARM MPIDR : 0000000000000300
[F78h 3960   1]             Efficiency Class : 00
[F79h 3961   1]                     Reserved : 00
[F7Ah 3962   2]       SPE Overflow Interrupt : 0000

[F7Ch 3964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[F7Dh 3965   1]                       Length : 50
[F7Eh 3966   2]                     Reserved : 0000
[F80h 3968   4]         CPU Interface Number : 00000000
[F84h 3972   4]                Processor UID : 00000031
[F88h 3976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[F8Ch 3980   4]     Parking Protocol Version : 00000000
[F90h 3984   4]        Performance Interrupt : 00000000
[F94h 3988   8]               Parked Address : 0000000000000000
[F9Ch 3996   8]                 Base Address : 0000000000000000
[FA4h 4004   8]     Virtual GIC Base Address : 0000000000000000
[FACh 4012   8]  Hypervisor GIC Base Address : 0000000000000000
[FB4h 4020   4]        Virtual GIC Interrupt : 00000000
[FB8h 4024   8]   Redistributor Base Address : 0000000000000000
[FC0h 4032   8]                    ARM MPIDR : 0000000000000301
[FC8h 4040   1]             Efficiency Class : 00
[FC9h 4041   1]                     Reserved : 00
[FCAh 4042   2]       SPE Overflow Interrupt : 0000

[FCCh 4044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[FCDh 4045   1]                       Length : 50
[FCEh 4046   2]                     Reserved : 0000
[FD0h 4048   4]         CPU Interface Number : 00000000
[FD4h 4052   4]                Processor UID : 00000032
[FD8h 4056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[FDCh 4060   4]     Parking Protocol Version : 00000000
[FE0h 4064   4]        Performance Interrupt : 00000000
[FE4h 4068   8]               Parked Address : 0000000000000000
[FECh 4076   8]                 Base Address : 0000000000000000
[FF4h 4084   8]     Virtual GIC Base Address : 0000000000000000
[FFCh 4092   8]  Hypervisor GIC Base Address : 0000000000000000
[1004h 4100   4]        Virtual GIC Interrupt : 00000000
[1008h 4104   8]   Redistributor Base Address : 0000000000000000
[1010h 4112   8]                    ARM MPIDR : 0000000000000302
[1018h 4120   1]             Efficiency Class : 00
[1019h 4121   1]                     Reserved : 00
[101Ah 4122   2]       SPE Overflow Interrupt : 0000

[101Ch 4124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[101Dh 4125   1]                       Length : 50
[101Eh 4126   2]                     Reserved : 0000
[1020h 4128   4]         CPU Interface Number : 00000000
[1024h 4132   4]                Processor UID : 00000033
[1028h 4136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[102Ch 4140   4]     Parking Protocol Version : 00000000
[1030h 4144   4]        Performance Interrupt : 00000000
[1034h 4148   8]               Parked Address : 0000000000000000
[103Ch 4156   8]                 Base Address : 0000000000000000
[1044h 4164   8]     Virtual GIC Base Address : 0000000000000000
[104Ch 4172   8]  Hypervisor GIC Base Address : 0000000000000000
[1054h 4180   4]        Virtual GIC Interrupt : 00000000
[1058h 4184   8]   Redistributor Base Address : 0000000000000000
[1060h 4192   8]                    ARM MPIDR : 0000000000000303
[1068h 4200   1]             Efficiency Class : 00
[1069h 4201   1]                     Reserved : 00
[106Ah 4202   2]       SPE Overflow Interrupt : 0000

[106Ch 4204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[106Dh 4205   1]                       Length : 50
[106Eh 4206   2]                     Reserved : 0000
[1070h 4208   4]         CPU Interface Number : 00000000
[1074h 4212   4]                Processor UID : 00000034
[1078h 4216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[107Ch 4220   4]     Parking Protocol Version : 00000000
[1080h 4224   4]        Performance Interrupt : 00000000
[1084h 4228   8]               Parked Address : 0000000000000000
[108Ch 4236   8]                 Base Address : 0000000000000000
[1094h 4244   8]     Virtual GIC Base Address : 0000000000000000
[109Ch 4252   8]  Hypervisor GIC Base Address : 0000000000000000
[10A4h 4260   4]        Virtual GIC Interrupt : 00000000
[10A8h 4264   8]   Redistributor Base Address : 0000000000000000
[10B0h 4272   8]                    ARM MPIDR : 0000000000000304
[10B8h 4280   1]             Efficiency Class : 00
[10B9h 4281   1]                     Reserved : 00
[10BAh 4282   2]       SPE Overflow Interrupt : 0000

[10BCh 4284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[10BDh 4285   1]                       Length : 50
[10BEh 4286   2]                     Reserved : 0000
[10C0h 4288   4]         CPU Interface Number : 00000000
[10C4h 4292   4]                Processor UID : 00000035
[10C8h 4296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[10CCh 4300   4]     Parking Protocol Version : 00000000
[10D0h 4304   4]        Performance Interrupt : 00000000
[10D4h 4308   8]               Parked Address : 0000000000000000
[10DCh 4316   8]                 Base Address : 0000000000000000
[10E4h 4324   8]     Virtual GIC Base Address : 0000000000000000
[10ECh 4332   8]  Hypervisor GIC Base Address : 0000000000000000
[10F4h 4340   4]        Virtual GIC Interrupt : 00000000
[10F8h 4344   8]   Redistributor Base Address : 0000000000000000
[1100h 4352   8]                    ARM MPIDR : 0000000000000305
[1108h 4360   1]             Efficiency Class : 00
[1109h 4361   1]                     Reserved : 00
[110Ah 4362   2]       SPE Overflow Interrupt : 0000

[110Ch 4364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[110Dh 4365   1]                       Length : 50
[110Eh 4366   2]                     Reserved : 0000
[1110h 4368   4]         CPU Interface Number : 00000000
[1114h 4372   4]                Processor UID : 00000036
[1118h 4376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[111Ch 4380   4]     Parking Protocol Version : 00000000
[1120h 4384   4]        Performance Interrupt : 00000000
[1124h 4388   8]               Parked Address : 0000000000000000
[112Ch 4396   8]                 Base Address : 0000000000000000
[1134h 4404   8]     Virtual GIC Base Address : 0000000000000000
[113Ch 4412   8]  Hypervisor GIC Base Address : 0000000000000000
[1144h 4420   4]        Virtual GIC Interrupt : 00000000
[1148h 4424   8]   Redistributor Base Address : 0000000000000000
[1150h 4432   8]                    ARM MPIDR : 0000000000000306
[1158h 4440   1]             Efficiency Class : 00
[1159h 4441   1]                     Reserved : 00
[115Ah 4442   2]       SPE Overflow Interrupt : 0000

[115Ch 4444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[115Dh 4445   1]                       Length : 50
[115Eh 4446   2]                     Reserved : 0000
[1160h 4448   4]         CPU Interface Number : 00000000
[1164h 4452   4]                Processor UID : 00000037
[1168h 4456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[116Ch 4460   4]     Parking Protocol Version : 00000000
[1170h 4464   4]        Performance Interrupt : 00000000
[1174h 4468   8]               Parked Address : 0000000000000000
[117Ch 4476   8]                 Base Address : 0000000000000000
[1184h 4484   8]     Virtual GIC Base Address : 0000000000000000
[118Ch 4492   8]  Hypervisor GIC Base Address : 0000000000000000
[1194h 4500   4]        Virtual GIC Interrupt : 00000000
[1198h 4504   8]   Redistributor Base Address : 0000000000000000
[11A0h 4512   8]                    ARM MPIDR : 0000000000000307
[11A8h 4520   1]             Efficiency Class : 00
[11A9h 4521   1]                     Reserved : 00
[11AAh 4522   2]       SPE Overflow Interrupt : 0000

[11ACh 4524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[11ADh 4525   1]                       Length : 50
[11AEh 4526   2]                     Reserved : 0000
[11B0h 4528   4]         CPU Interface Number : 00000000
[11B4h 4532   4]                Processor UID : 00000038
[11B8h 4536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[11BCh 4540   4]     Parking Protocol Version : 00000000
[11C0h 4544   4]        Performance Interrupt : 00000000
[11C4h 4548   8]               Parked Address : 0000000000000000
[11CCh 4556   8]                 Base Address : 0000000000000000
[11D4h 4564   8]     Virtual GIC Base Address : 0000000000000000
[11DCh 4572   8]  Hypervisor GIC Base Address : 0000000000000000
[11E4h 4580   4]        Virtual GIC Interrupt : 00000000
[11E8h 4584   8]   Redistributor Base Address : 0000000000000000
[11F0h 4592   8]                    ARM MPIDR : 0000000000000308
[11F8h 4600   1]             Efficiency Class : 00
[11F9h 4601   1]                     Reserved : 00
[11FAh 4602   2]       SPE Overflow Interrupt : 0000

[11FCh 4604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[11FDh 4605   1]                       Length : 50
[11FEh 4606   2]                     Reserved : 0000
[1200h 4608   4]         CPU Interface Number : 00000000
[1204h 4612   4]                Processor UID : 00000039
[1208h 4616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[120Ch 4620   4]     Parking Protocol Version : 00000000
[1210h 4624   4]        Performance Interrupt : 00000000
[1214h 4628   8]               Parked Address : 0000000000000000
[121Ch 4636   8]                 Base Address : 0000000000000000
[1224h 4644   8]     Virtual GIC Base Address : 0000000000000000
[122Ch 4652   8]  Hypervisor GIC Base Address : 0000000000000000
[1234h 4660   4]        Virtual GIC Interrupt : 00000000
[1238h 4664   8]   Redistributor Base Address : 0000000000000000
[1240h 4672   8]                    ARM MPIDR : 0000000000000309
[1248h 4680   1]             Efficiency Class : 00
[1249h 4681   1]                     Reserved : 00
[124Ah 4682   2]       SPE Overflow Interrupt : 0000

[124Ch 4684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[124Dh 4685   1]                       Length : 50
[124Eh 4686   2]                     Reserved : 0000
[1250h 4688   4]         CPU Interface Number : 00000000
[1254h 4692   4]                Processor UID : 0000003A
[1258h 4696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[125Ch 4700   4]     Parking Protocol Version : 00000000
[1260h 4704   4]        Performance Interrupt : 00000000
[1264h 4708   8]               Parked Address : 0000000000000000
[126Ch 4716   8]                 Base Address : 0000000000000000
[1274h 4724   8]     Virtual GIC Base Address : 0000000000000000
[127Ch 4732   8]  Hypervisor GIC Base Address : 0000000000000000
[1284h 4740   4]        Virtual GIC Interrupt : 00000000
[1288h 4744   8]   Redistributor Base Address : 0000000000000000
[1290h 4752   8]                    ARM MPIDR : 000000000000030A
[1298h 4760   1]             Efficiency Class : 00
[1299h 4761   1]                     Reserved : 00
[129Ah 4762   2]       SPE Overflow Interrupt : 0000

[129Ch 4764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[129Dh 4765   1]                       Length : 50
[129Eh 4766   2]                     Reserved : 0000
[12A0h 4768   4]         CPU Interface Number : 00000000
[12A4h 4772   4]                Processor UID : 0000003B
[12A8h 4776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[12ACh 4780   4]     Parking Protocol Version : 00000000
[12B0h 4784   4]        Performance Interrupt : 00000000
[12B4h 4788   8]               Parked Address : 0000000000000000
[12BCh 4796   8]                 Base Address : 0000000000000000
[12C4h 4804   8]     Virtual GIC Base Address : 0000000000000000
[12CCh 4812   8]  Hypervisor GIC Base Address : 0000000000000000
[12D4h 4820   4]        Virtual GIC Interrupt : 00000000
[12D8h 4824   8]   Redistributor Base Address : 0000000000000000
[12E0h 4832   8]                    ARM MPIDR : 000000000000030B
[12E8h 4840   1]             Efficiency Class : 00
[12E9h 4841   1]                     Reserved : 00
[12EAh 4842   2]       SPE Overflow Interrupt : 0000

[12ECh 4844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[12EDh 4845   1]                       Length : 50
[12EEh 4846   2]                     Reserved : 0000
[12F0h 4848   4]         CPU Interface Number : 00000000
[12F4h 4852   4]                Processor UID : 0000003C
[12F8h 4856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[12FCh 4860   4]     Parking Protocol Version : 00000000
[1300h 4864   4]        Performance Interrupt : 00000000
[1304h 4868   8]               Parked Address : 0000000000000000
[130Ch 4876   8]                 Base Address : 0000000000000000
[1314h 4884   8]     Virtual GIC Base Address : 0000000000000000
[131Ch 4892   8]  Hypervisor GIC Base Address : 0000000000000000
[1324h 4900   4]        Virtual GIC Interrupt : 00000000
[1328h 4904   8]   Redistributor Base Address : 0000000000000000
[1330h 4912   8]                    ARM MPIDR : 000000000000030C
[1338h 4920   1]             Efficiency Class : 00
[1339h 4921   1]                     Reserved : 00
[133Ah 4922   2]       SPE Overflow Interrupt : 0000

[133Ch 4924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[133Dh 4925   1]                       Length : 50
[133Eh 4926   2]                     Reserved : 0000
[1340h 4928   4]         CPU Interface Number : 00000000
[1344h 4932   4]                Processor UID : 0000003D
[1348h 4936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[134Ch 4940   4]     Parking Protocol Version : 00000000
[1350h 4944   4]        Performance Interrupt : 00000000
[1354h 4948   8]               Parked Address : 0000000000000000
[135Ch 4956   8]                 Base Address : 0000000000000000
[1364h 4964   8]     Virtual GIC Base Address : 0000000000000000
[136Ch 4972   8]  Hypervisor GIC Base Address : 0000000000000000
[1374h 4980   4]        Virtual GIC Interrupt : 00000000
[1378h 4984   8]   Redistributor Base Address : 0000000000000000
[1380h 4992   8]                    ARM MPIDR : 000000000000030D
[1388h 5000   1]             Efficiency Class : 00
[1389h 5001   1]                     Reserved : 00
[138Ah 5002   2]       SPE Overflow Interrupt : 0000

[138Ch 5004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[138Dh 5005   1]                       Length : 50
[138Eh 5006   2]                     Reserved : 0000
[1390h 5008   4]         CPU Interface Number : 00000000
[1394h 5012   4]                Processor UID : 0000003E
[1398h 5016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[139Ch 5020   4]     Parking Protocol Version : 00000000
[13A0h 5024   4]        Performance Interrupt : 00000000
[13A4h 5028   8]               Parked Address : 0000000000000000
[13ACh 5036   8]                 Base Address : 0000000000000000
[13B4h 5044   8]     Virtual GIC Base Address : 0000000000000000
[13BCh 5052   8]  Hypervisor GIC Base Address : 0000000000000000
[13C4h 5060   4]        Virtual GIC Interrupt : 00000000
[13C8h 5064   8]   Redistributor Base Address : 0000000000000000
[13D0h 5072   8]                    ARM MPIDR : 000000000000030E
[13D8h 5080   1]             Efficiency Class : 00
[13D9h 5081   1]                     Reserved : 00
[13DAh 5082   2]       SPE Overflow Interrupt : 0000

[13DCh 5084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[13DDh 5085   1]                       Length : 50
[13DEh 5086   2]                     Reserved : 0000
[13E0h 5088   4]         CPU Interface Number : 00000000
[13E4h 5092   4]                Processor UID : 0000003F
[13E8h 5096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[13ECh 5100   4]     Parking Protocol Version : 00000000
[13F0h 5104   4]        Performance Interrupt : 00000000
[13F4h 5108   8]               Parked Address : 0000000000000000
[13FCh 5116   8]                 Base Address : 0000000000000000
[1404h 5124   8]     Virtual GIC Base Address : 0000000000000000
[140Ch 5132   8]  Hypervisor GIC Base Address : 0000000000000000
[1414h 5140   4]        Virtual GIC Interrupt : 00000000
[1418h 5144   8]   Redistributor Base Address : 0000000000000000
[1420h 5152   8]                    ARM MPIDR : 000000000000030F
[1428h 5160   1]             Efficiency Class : 00
[1429h 5161   1]                     Reserved : 00
[142Ah 5162   2]       SPE Overflow Interrupt : 0000

[142Ch 5164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[142Dh 5165   1]                       Length : 50
[142Eh 5166   2]                     Reserved : 0000
[1430h 5168   4]         CPU Interface Number : 00000000
[1434h 5172   4]                Processor UID : 00000040
[1438h 5176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[143Ch 5180   4]     Parking Protocol Version : 00000000
[1440h 5184   4]        Performance Interrupt : 00000000
[1444h 5188   8]               Parked Address : 0000000000000000
[144Ch 5196   8]                 Base Address : 0000000000000000
[1454h 5204   8]     Virtual GIC Base Address : 0000000000000000
[145Ch 5212   8]  Hypervisor GIC Base Address : 0000000000000000
[1464h 5220   4]        Virtual GIC Interrupt : 00000000
[1468h 5224   8]   Redistributor Base Address : 0000000000000000
[1470h 5232   8]                    ARM MPIDR : 0000000000000400
[1478h 5240   1]             Efficiency Class : 00
[1479h 5241   1]                     Reserved : 00
[147Ah 5242   2]       SPE Overflow Interrupt : 0000

[147Ch 5244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[147Dh 5245   1]                       Length : 50
[147Eh 5246   2]                     Reserved : 0000
[1480h 5248   4]         CPU Interface Number : 00000000
[1484h 5252   4]                Processor UID : 00000041
[1488h 5256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[148Ch 5260   4]     Parking Protocol Version : 00000000
[1490h 5264   4]        Performance Interrupt : 00000000
[1494h 5268   8]               Parked Address : 0000000000000000
[149Ch 5276   8]                 Base Address : 0000000000000000
[14A4h 5284   8]     Virtual GIC Base Address : 0000000000000000
[14ACh 5292   8]  Hypervisor GIC Base Address : 0000000000000000
[14B4h 5300   4]        Virtual GIC Interrupt : 00000000
[14B8h 5304   8]   Redistributor Base Address : 0000000000000000
[14C0h 5312   8]                    ARM MPIDR : 0000000000000401
[14C8h 5320   1]             Efficiency Class : 00
[14C9h 5321   1]                     Reserved : 00
[14CAh 5322   2]       SPE Overflow Interrupt : 0000

[14CCh 5324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[14CDh 5325   1]                       Length : 50
[14CEh 5326   2]                     Reserved : 0000
[14D0h 5328   4]         CPU Interface Number : 00000000
[14D4h 5332   4]                Processor UID : 00000042
[14D8h 5336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[14DCh 5340   4]     Parking Protocol Version : 00000000
[14E0h 5344   4]        Performance Interrupt : 00000000
[14E4h 5348   8]               Parked Address : 0000000000000000
[14ECh 5356   8]                 Base Address : 0000000000000000
[14F4h 5364   8]     Virtual GIC Base Address : 0000000000000000
[14FCh 5372   8]  Hypervisor GIC Base Address : 0000000000000000
[1504h 5380   4]        Virtual GIC Interrupt : 00000000
[1508h 5384   8]   Redistributor Base Address : 0000000000000000
[1510h 5392   8]                    ARM MPIDR : 0000000000000402
[1518h 5400   1]             Efficiency Class : 00
[1519h 5401   1]                     Reserved : 00
[151Ah 5402   2]       SPE Overflow Interrupt : 0000

[151Ch 5404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[151Dh 5405   1]                       Length : 50
[151Eh 5406   2]                     Reserved : 0000
[1520h 5408   4]         CPU Interface Number : 00000000
[1524h 5412   4]                Processor UID : 00000043
[1528h 5416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[152Ch 5420   4]     Parking Protocol Version : 00000000
[1530h 5424   4]        Performance Interrupt : 00000000
[1534h 5428   8]               Parked Address : 0000000000000000
[153Ch 5436   8]                 Base Address : 0000000000000000
[1544h 5444   8]     Virtual GIC Base Address : 0000000000000000
[154Ch 5452   8]  Hypervisor GIC Base Address : 0000000000000000
[1554h 5460   4]        Virtual GIC Interrupt : 00000000
[1558h 5464   8]   Redistributor Base Address : 0000000000000000
[1560h 5472   8]                    ARM MPIDR : 0000000000000403
[1568h 5480   1]             Efficiency Class : 00
[1569h 5481   1]                     Reserved : 00
[156Ah 5482   2]       SPE Overflow Interrupt : 0000

[156Ch 5484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[156Dh 5485   1]                       Length : 50
[156Eh 5486   2]                     Reserved : 0000
[1570h 5488   4]         CPU Interface Number : 00000000
[1574h 5492   4]                Processor UID : 00000044
[1578h 5496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[157Ch 5500   4]     Parking Protocol Version : 00000000
[1580h 5504   4]        Performance Interrupt : 00000000
[1584h 5508   8]               Parked Address : 0000000000000000
[158Ch 5516   8]                 Base Address : 0000000000000000
[1594h 5524   8]     Virtual GIC Base Address : 0000000000000000
[159Ch 5532   8]  Hypervisor GIC Base Address : 0000000000000000
[15A4h 5540   4]        Virtual GIC Interrupt : 00000000
[15A8h 5544   8]   Redistributor Base Address : 0000000000000000
[15B0h 5552   8]                    ARM MPIDR : 0000000000000404
[15B8h 5560   1]             Efficiency Class : 00
[15B9h 5561   1]                     Reserved : 00
[15BAh 5562   2]       SPE Overflow Interrupt : 0000

[15BCh 5564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[15BDh 5565   1]                       Length : 50
[15BEh 5566   2]                     Reserved : 0000
[15C0h 5568   4]         CPU Interface Number : 00000000
[15C4h 5572   4]                Processor UID : 00000045
[15C8h 5576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[15CCh 5580   4]     Parking Protocol Version : 00000000
[15D0h 5584   4]        Performance Interrupt : 00000000
[15D4h 5588   8]               Parked Address : 0000000000000000
[15DCh 5596   8]                 Base Address : 0000000000000000
[15E4h 5604   8]     Virtual GIC Base Address : 0000000000000000
[15ECh 5612   8]  Hypervisor GIC Base Address : 0000000000000000
[15F4h 5620   4]        Virtual GIC Interrupt : 00000000
[15F8h 5624   8]   Redistributor Base Address : 0000000000000000
[1600h 5632   8]                    ARM MPIDR : 0000000000000405
[1608h 5640   1]             Efficiency Class : 00
[1609h 5641   1]                     Reserved : 00
[160Ah 5642   2]       SPE Overflow Interrupt : 0000

[160Ch 5644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[160Dh 5645   1]                       Length : 50
[160Eh 5646   2]                     Reserved : 0000
[1610h 5648   4]         CPU Interface Number : 00000000
[1614h 5652   4]                Processor UID : 00000046
[1618h 5656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[161Ch 5660   4]     Parking Protocol Version : 00000000
[1620h 5664   4]        Performance Interrupt : 00000000
[1624h 5668   8]               Parked Address : 0000000000000000
[162Ch 5676   8]                 Base Address : 0000000000000000
[1634h 5684   8]     Virtual GIC Base Address : 0000000000000000
[163Ch 5692   8]  Hypervisor GIC Base Address : 0000000000000000
[1644h 5700   4]        Virtual GIC Interrupt : 00000000
[1648h 5704   8]   Redistributor Base Address : 0000000000000000
[1650h 5712   8]                    ARM MPIDR : 0000000000000406
[1658h 5720   1]             Efficiency Class : 00
[1659h 5721   1]                     Reserved : 00
[165Ah 5722   2]       SPE Overflow Interrupt : 0000

[165Ch 5724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[165Dh 5725   1]                       Length : 50
[165Eh 5726   2]                     Reserved : 0000
[1660h 5728   4]         CPU Interface Number : 00000000
[1664h 5732   4]                Processor UID : 00000047
[1668h 5736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[166Ch 5740   4]     Parking Protocol Version : 00000000
[1670h 5744   4]        Performance Interrupt : 00000000
[1674h 5748   8]               Parked Address : 0000000000000000
[167Ch 5756   8]                 Base Address : 0000000000000000
[1684h 5764   8]     Virtual GIC Base Address : 0000000000000000
[168Ch 5772   8]  Hypervisor GIC Base Address : 0000000000000000
[1694h 5780   4]        Virtual GIC Interrupt : 00000000
[1698h 5784   8]   Redistributor Base Address : 0000000000000000
[16A0h 5792   8]                    ARM MPIDR : 0000000000000407
[16A8h 5800   1]             Efficiency Class : 00
[16A9h 5801   1]                     Reserved : 00
[16AAh 5802   2]       SPE Overflow Interrupt : 0000

[16ACh 5804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[16ADh 5805   1]                       Length : 50
[16AEh 5806   2]                     Reserved : 0000
[16B0h 5808   4]         CPU Interface Number : 00000000
[16B4h 5812   4]                Processor UID : 00000048
[16B8h 5816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[16BCh 5820   4]     Parking Protocol Version : 00000000
[16C0h 5824   4]        Performance Interrupt : 00000000
[16C4h 5828   8]               Parked Address : 0000000000000000
[16CCh 5836   8]                 Base Address : 0000000000000000
[16D4h 5844   8]     Virtual GIC Base Address : 0000000000000000
[16DCh 5852   8]  Hypervisor GIC Base Address : 0000000000000000
[16E4h 5860   4]        Virtual GIC Interrupt : 00000000
[16E8h 5864   8]   Redistributor Base Address : 0000000000000000
[16F0h 5872   8]                    ARM MPIDR : 0000000000000408
[16F8h 5880   1]             Efficiency Class : 00
[16F9h 5881   1]                     Reserved : 00
[16FAh 5882   2]       SPE Overflow Interrupt : 0000

[16FCh 5884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[16FDh 5885   1]                       Length : 50
[16FEh 5886   2]                     Reserved : 0000
[1700h 5888   4]         CPU Interface Number : 00000000
[1704h 5892   4]                Processor UID : 00000049
[1708h 5896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[170Ch 5900   4]     Parking Protocol Version : 00000000
[1710h 5904   4]        Performance Interrupt : 00000000
[1714h 5908   8]               Parked Address : 0000000000000000
[171Ch 5916   8]                 Base Address : 0000000000000000
[1724h 5924   8]     Virtual GIC Base Address : 0000000000000000
[172Ch 5932   8]  Hypervisor GIC Base Address : 0000000000000000
[1734h 5940   4]        Virtual GIC Interrupt : 00000000
[1738h 5944   8]   Redistributor Base Address : 0000000000000000
[1740h 5952   8]                    ARM MPIDR : 0000000000000409
[1748h 5960   1]             Efficiency Class : 00
[1749h 5961   1]                     Reserved : 00
[174Ah 5962   2]       SPE Overflow Interrupt : 0000

[174Ch 5964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[174Dh 5965   1]                       Length : 50
[174Eh 5966   2]                     Reserved : 0000
[1750h 5968   4]         CPU Interface Number : 00000000
[1754h 5972   4]                Processor UID : 0000004A
[1758h 5976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[175Ch 5980   4]     Parking Protocol Version : 00000000
[1760h 5984   4]        Performance Interrupt : 00000000
[1764h 5988   8]               Parked Address : 0000000000000000
[176Ch 5996   8]                 Base Address : 0000000000000000
[1774h 6004   8]     Virtual GIC Base Address : 0000000000000000
[177Ch 6012   8]  Hypervisor GIC Base Address : 0000000000000000
[1784h 6020   4]        Virtual GIC Interrupt : 00000000
[1788h 6024   8]   Redistributor Base Address : 0000000000000000
[1790h 6032   8]                    ARM MPIDR : 000000000000040A
[1798h 6040   1]             Efficiency Class : 00
[1799h 6041   1]                     Reserved : 00
[179Ah 6042   2]       SPE Overflow Interrupt : 0000

[179Ch 6044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[179Dh 6045   1]                       Length : 50
[179Eh 6046   2]                     Reserved : 0000
[17A0h 6048   4]         CPU Interface Number : 00000000
[17A4h 6052   4]                Processor UID : 0000004B
[17A8h 6056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[17ACh 6060   4]     Parking Protocol Version : 00000000
[17B0h 6064   4]        Performance Interrupt : 00000000
[17B4h 6068   8]               Parked Address : 0000000000000000
[17BCh 6076   8]                 Base Address : 0000000000000000
[17C4h 6084   8]     Virtual GIC Base Address : 0000000000000000
[17CCh 6092   8]  Hypervisor GIC Base Address : 0000000000000000
[17D4h 6100   4]        Virtual GIC Interrupt : 00000000
[17D8h 6104   8]   Redistributor Base Address : 0000000000000000
[17E0h 6112   8]                    ARM MPIDR : 000000000000040B
[17E8h 6120   1]             Efficiency Class : 00
[17E9h 6121   1]                     Reserved : 00
[17EAh 6122   2]       SPE Overflow Interrupt : 0000

[17ECh 6124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[17EDh 6125   1]                       Length : 50
[17EEh 6126   2]                     Reserved : 0000
[17F0h 6128   4]         CPU Interface Number : 00000000
[17F4h 6132   4]                Processor UID : 0000004C
[17F8h 6136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[17FCh 6140   4]     Parking Protocol Version : 00000000
[1800h 6144   4]        Performance Interrupt : 00000000
[1804h 6148   8]               Parked Address : 0000000000000000
[180Ch 6156   8]                 Base Address : 0000000000000000
[1814h 6164   8]     Virtual GIC Base Address : 0000000000000000
[181Ch 6172   8]  Hypervisor GIC Base Address : 0000000000000000
[1824h 6180   4]        Virtual GIC Interrupt : 00000000
[1828h 6184   8]   Redistributor Base Address : 0000000000000000
[1830h 6192   8]                    ARM MPIDR : 000000000000040C
[1838h 6200   1]             Efficiency Class : 00
[1839h 6201   1]                     Reserved : 00
[183Ah 6202   2]       SPE Overflow Interrupt : 0000

[183Ch 6204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[183Dh 6205   1]                       Length : 50
[183Eh 6206   2]                     Reserved : 0000
[1840h 6208   4]         CPU Interface Number : 00000000
[1844h 6212   4]                Processor UID : 0000004D
[1848h 6216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[184Ch 6220   4]     Parking Protocol Version : 00000000
[1850h 6224   4]        Performance Interrupt : 00000000
[1854h 6228   8]               Parked Address : 0000000000000000
[185Ch 6236   8]                 Base Address : 0000000000000000
[1864h 6244   8]     Virtual GIC Base Address : 0000000000000000
[186Ch 6252   8]  Hypervisor GIC Base Address : 0000000000000000
[1874h 6260   4]        Virtual GIC Interrupt : 00000000
[1878h 6264   8]   Redistributor Base Address : 0000000000000000
[1880h 6272   8]                    ARM MPIDR : 000000000000040D
[1888h 6280   1]             Efficiency Class : 00
[1889h 6281   1]                     Reserved : 00
[188Ah 6282   2]       SPE Overflow Interrupt : 0000

[188Ch 6284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[188Dh 6285   1]                       Length : 50
[188Eh 6286   2]                     Reserved : 0000
[1890h 6288   4]         CPU Interface Number : 00000000
[1894h 6292   4]                Processor UID : 0000004E
[1898h 6296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[189Ch 6300   4]     Parking Protocol Version : 00000000
[18A0h 6304   4]        Performance Interrupt : 00000000
[18A4h 6308   8]               Parked Address : 0000000000000000
[18ACh 6316   8]                 Base Address : 0000000000000000
[18B4h 6324   8]     Virtual GIC Base Address : 0000000000000000
[18BCh 6332   8]  Hypervisor GIC Base Address : 0000000000000000
[18C4h 6340   4]        Virtual GIC Interrupt : 00000000
[18C8h 6344   8]   Redistributor Base Address : 0000000000000000
[18D0h 6352   8]                    ARM MPIDR : 000000000000040E
[18D8h 6360   1]             Efficiency Class : 00
[18D9h 6361   1]                     Reserved : 00
[18DAh 6362   2]       SPE Overflow Interrupt : 0000

[18DCh 6364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[18DDh 6365   1]                       Length : 50
[18DEh 6366   2]                     Reserved : 0000
[18E0h 6368   4]         CPU Interface Number : 00000000
[18E4h 6372   4]                Processor UID : 0000004F
[18E8h 6376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[18ECh 6380   4]     Parking Protocol Version : 00000000
[18F0h 6384   4]        Performance Interrupt : 00000000
[18F4h 6388   8]               Parked Address : 0000000000000000
[18FCh 6396   8]                 Base Address : 0000000000000000
[1904h 6404   8]     Virtual GIC Base Address : 0000000000000000
[190Ch 6412   8]  Hypervisor GIC Base Address : 0000000000000000
[1914h 6420   4]        Virtual GIC Interrupt : 00000000
[1918h 6424   8]   Redistributor Base Address : 0000000000000000
[1920h 6432   8]                    ARM MPIDR : 000000000000040F
[1928h 6440   1]             Efficiency Class : 00
[1929h 6441   1]                     Reserved : 00
[192Ah 6442   2]       SPE Overflow Interrupt : 0000

[192Ch 6444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[192Dh 6445   1]                       Length : 50
[192Eh 6446   2]                     Reserved : 0000
[1930h 6448   4]         CPU Interface Number : 00000000
[1934h 6452   4]                Processor UID : 00000050
[1938h 6456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[193Ch 6460   4]     Parking Protocol Version : 00000000
[1940h 6464   4]        Performance Interrupt : 00000000
[1944h 6468   8]               Parked Address : 0000000000000000
[194Ch 6476   8]                 Base Address : 0000000000000000
[1954h 6484   8]     Virtual GIC Base Address : 0000000000000000
[195Ch 6492   8]  Hypervisor GIC Base Address : 0000000000000000
[1964h 6500   4]        Virtual GIC Interrupt : 00000000
[1968h 6504   8]   Redistributor Base Address : 0000000000000000
[1970h 6512   8]                    ARM MPIDR : 0000000000000500
[1978h 6520   1]             Efficiency Class : 00
[1979h 6521   1]                     Reserved : 00
[197Ah 6522   2]       SPE Overflow Interrupt : 0000

[197Ch 6524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[197Dh 6525   1]                       Length : 50
[197Eh 6526   2]                     Reserved : 0000
[1980h 6528   4]         CPU Interface Number : 00000000
[1984h 6532   4]                Processor UID : 00000051
[1988h 6536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[198Ch 6540   4]     Parking Protocol Version : 00000000
[1990h 6544   4]        Performance Interrupt : 00000000
[1994h 6548   8]               Parked Address : 0000000000000000
[199Ch 6556   8]                 Base Address : 0000000000000000
[19A4h 6564   8]     Virtual GIC Base Address : 0000000000000000
[19ACh 6572   8]  Hypervisor GIC Base Address : 0000000000000000
[19B4h 6580   4]        Virtual GIC Interrupt : 00000000
[19B8h 6584   8]   Redistributor Base Address : 0000000000000000
[19C0h 6592   8]                    ARM MPIDR : 0000000000000501
[19C8h 6600   1]             Efficiency Class : 00
[19C9h 6601   1]                     Reserved : 00
[19CAh 6602   2]       SPE Overflow Interrupt : 0000

[19CCh 6604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[19CDh 6605   1]                       Length : 50
[19CEh 6606   2]                     Reserved : 0000
[19D0h 6608   4]         CPU Interface Number : 00000000
[19D4h 6612   4]                Processor UID : 00000052
[19D8h 6616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[19DCh 6620   4]     Parking Protocol Version : 00000000
[19E0h 6624   4]        Performance Interrupt : 00000000
[19E4h 6628   8]               Parked Address : 0000000000000000
[19ECh 6636   8]                 Base Address : 0000000000000000
[19F4h 6644   8]     Virtual GIC Base Address : 0000000000000000
[19FCh 6652   8]  Hypervisor GIC Base Address : 0000000000000000
[1A04h 6660   4]        Virtual GIC Interrupt : 00000000
[1A08h 6664   8]   Redistributor Base Address : 0000000000000000
[1A10h 6672   8]                    ARM MPIDR : 0000000000000502
[1A18h 6680   1]             Efficiency Class : 00
[1A19h 6681   1]                     Reserved : 00
[1A1Ah 6682   2]       SPE Overflow Interrupt : 0000

[1A1Ch 6684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1A1Dh 6685   1]                       Length : 50
[1A1Eh 6686   2]                     Reserved : 0000
[1A20h 6688   4]         CPU Interface Number : 00000000
[1A24h 6692   4]                Processor UID : 00000053
[1A28h 6696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1A2Ch 6700   4]     Parking Protocol Version : 00000000
[1A30h 6704   4]        Performance Interrupt : 00000000
[1A34h 6708   8]               Parked Address : 0000000000000000
[1A3Ch 6716   8]                 Base Address : 0000000000000000
[1A44h 6724   8]     Virtual GIC Base Address : 0000000000000000
[1A4Ch 6732   8]  Hypervisor GIC Base Address : 0000000000000000
[1A54h 6740   4]        Virtual GIC Interrupt : 00000000
[1A58h 6744   8]   Redistributor Base Address : 0000000000000000
[1A60h 6752   8]                    ARM MPIDR : 0000000000000503
[1A68h 6760   1]             Efficiency Class : 00
[1A69h 6761   1]                     Reserved : 00
[1A6Ah 6762   2]       SPE Overflow Interrupt : 0000

[1A6Ch 6764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1A6Dh 6765   1]                       Length : 50
[1A6Eh 6766   2]                     Reserved : 0000
[1A70h 6768   4]         CPU Interface Number : 00000000
[1A74h 6772   4]                Processor UID : 00000054
[1A78h 6776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1A7Ch 6780   4]     Parking Protocol Version : 00000000
[1A80h 6784   4]        Performance Interrupt : 00000000
[1A84h 6788   8]               Parked Address : 0000000000000000
[1A8Ch 6796   8]                 Base Address : 0000000000000000
[1A94h 6804   8]     Virtual GIC Base Address : 0000000000000000
[1A9Ch 6812   8]  Hypervisor GIC Base Address : 0000000000000000
[1AA4h 6820   4]        Virtual GIC Interrupt : 00000000
[1AA8h 6824   8]   Redistributor Base Address : 0000000000000000
[1AB0h 6832   8]                    ARM MPIDR : 0000000000000504
[1AB8h 6840   1]             Efficiency Class : 00
[1AB9h 6841   1]                     Reserved : 00
[1ABAh 6842   2]       SPE Overflow Interrupt : 0000

[1ABCh 6844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1ABDh 6845   1]                       Length : 50
[1ABEh 6846   2]                     Reserved : 0000
[1AC0h 6848   4]         CPU Interface Number : 00000000
[1AC4h 6852   4]                Processor UID : 00000055
[1AC8h 6856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1ACCh 6860   4]     Parking Protocol Version : 00000000
[1AD0h 6864   4]        Performance Interrupt : 00000000
[1AD4h 6868   8]               Parked Address : 0000000000000000
[1ADCh 6876   8]                 Base Address : 0000000000000000
[1AE4h 6884   8]     Virtual GIC Base Address : 0000000000000000
[1AECh 6892   8]  Hypervisor GIC Base Address : 0000000000000000
[1AF4h 6900   4]        Virtual GIC Interrupt : 00000000
[1AF8h 6904   8]   Redistributor Base Address : 0000000000000000
[1B00h 6912   8]                    ARM MPIDR : 0000000000000505
[1B08h 6920   1]             Efficiency Class : 00
[1B09h 6921   1]                     Reserved : 00
[1B0Ah 6922   2]       SPE Overflow Interrupt : 0000

[1B0Ch 6924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1B0Dh 6925   1]                       Length : 50
[1B0Eh 6926   2]                     Reserved : 0000
[1B10h 6928   4]         CPU Interface Number : 00000000
[1B14h 6932   4]                Processor UID : 00000056
[1B18h 6936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1B1Ch 6940   4]     Parking Protocol Version : 00000000
[1B20h 6944   4]        Performance Interrupt : 00000000
[1B24h 6948   8]               Parked Address : 0000000000000000
[1B2Ch 6956   8]                 Base Address : 0000000000000000
[1B34h 6964   8]     Virtual GIC Base Address : 0000000000000000
[1B3Ch 6972   8]  Hypervisor GIC Base Address : 0000000000000000
[1B44h 6980   4]        Virtual GIC Interrupt : 00000000
[1B48h 6984   8]   Redistributor Base Address : 0000000000000000
[1B50h 6992   8]                    ARM MPIDR : 0000000000000506
[1B58h 7000   1]             Efficiency Class : 00
[1B59h 7001   1]                     Reserved : 00
[1B5Ah 7002   2]       SPE Overflow Interrupt : 0000

[1B5Ch 7004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1B5Dh 7005   1]                       Length : 50
[1B5Eh 7006   2]                     Reserved : 0000
[1B60h 7008   4]         CPU Interface Number : 00000000
[1B64h 7012   4]                Processor UID : 00000057
[1B68h 7016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1B6Ch 7020   4]     Parking Protocol Version : 00000000
[1B70h 7024   4]        Performance Interrupt : 00000000
[1B74h 7028   8]               Parked Address : 0000000000000000
[1B7Ch 7036   8]                 Base Address : 0000000000000000
[1B84h 7044   8]     Virtual GIC Base Address : 0000000000000000
[1B8Ch 7052   8]  Hypervisor GIC Base Address : 0000000000000000
[1B94h 7060   4]        Virtual GIC Interrupt : 00000000
[1B98h 7064   8]   Redistributor Base Address : 0000000000000000
[1BA0h 7072   8]                    ARM MPIDR : 0000000000000507
[1BA8h 7080   1]             Efficiency Class : 00
[1BA9h 7081   1]                     Reserved : 00
[1BAAh 7082   2]       SPE Overflow Interrupt : 0000

[1BACh 7084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1BADh 7085   1]                       Length : 50
[1BAEh 7086   2]                     Reserved : 0000
[1BB0h 7088   4]         CPU Interface Number : 00000000
[1BB4h 7092   4]                Processor UID : 00000058
[1BB8h 7096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1BBCh 7100   4]     Parking Protocol Version : 00000000
[1BC0h 7104   4]        Performance Interrupt : 00000000
[1BC4h 7108   8]               Parked Address : 0000000000000000
[1BCCh 7116   8]                 Base Address : 0000000000000000
[1BD4h 7124   8]     Virtual GIC Base Address : 0000000000000000
[1BDCh 7132   8]  Hypervisor GIC Base Address : 0000000000000000
[1BE4h 7140   4]        Virtual GIC Interrupt : 00000000
[1BE8h 7144   8]   Redistributor Base Address : 0000000000000000
[1BF0h 7152   8]                    ARM MPIDR : 0000000000000508
[1BF8h 7160   1]             Efficiency Class : 00
[1BF9h 7161   1]                     Reserved : 00
[1BFAh 7162   2]       SPE Overflow Interrupt : 0000

[1BFCh 7164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1BFDh 7165   1]                       Length : 50
[1BFEh 7166   2]                     Reserved : 0000
[1C00h 7168   4]         CPU Interface Number : 00000000
[1C04h 7172   4]                Processor UID : 00000059
[1C08h 7176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1C0Ch 7180   4]     Parking Protocol Version : 00000000
[1C10h 7184   4]        Performance Interrupt : 00000000
[1C14h 7188   8]               Parked Address : 0000000000000000
[1C1Ch 7196   8]                 Base Address : 0000000000000000
[1C24h 7204   8]     Virtual GIC Base Address : 0000000000000000
[1C2Ch 7212   8]  Hypervisor GIC Base Address : 0000000000000000
[1C34h 7220   4]        Virtual GIC Interrupt : 00000000
[1C38h 7224   8]   Redistributor Base Address : 0000000000000000
[1C40h 7232   8]                    ARM MPIDR : 0000000000000509
[1C48h 7240   1]             Efficiency Class : 00
[1C49h 7241   1]                     Reserved : 00
[1C4Ah 7242   2]       SPE Overflow Interrupt : 0000

[1C4Ch 7244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1C4Dh 7245   1]                       Length : 50
[1C4Eh 7246   2]                     Reserved : 0000
[1C50h 7248   4]         CPU Interface Number : 00000000
[1C54h 7252   4]                Processor UID : 0000005A
[1C58h 7256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1C5Ch 7260   4]     Parking Protocol Version : 00000000
[1C60h 7264   4]        Performance Interrupt : 00000000
[1C64h 7268   8]               Parked Address : 0000000000000000
[1C6Ch 7276   8]                 Base Address : 0000000000000000
[1C74h 7284   8]     Virtual GIC Base Address : 0000000000000000
[1C7Ch 7292   8]  Hypervisor GIC Base Address : 0000000000000000
[1C84h 7300   4]        Virtual GIC Interrupt : 00000000
[1C88h 7304   8]   Redistributor Base Address : 0000000000000000
[1C90h 7312   8]                    ARM MPIDR : 000000000000050A
[1C98h 7320   1]             Efficiency Class : 00
[1C99h 7321   1]                     Reserved : 00
[1C9Ah 7322   2]       SPE Overflow Interrupt : 0000

[1C9Ch 7324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1C9Dh 7325   1]                       Length : 50
[1C9Eh 7326   2]                     Reserved : 0000
[1CA0h 7328   4]         CPU Interface Number : 00000000
[1CA4h 7332   4]                Processor UID : 0000005B
[1CA8h 7336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1CACh 7340   4]     Parking Protocol Version : 00000000
[1CB0h 7344   4]        Performance Interrupt : 00000000
[1CB4h 7348   8]               Parked Address : 0000000000000000
[1CBCh 7356   8]                 Base Address : 0000000000000000
[1CC4h 7364   8]     Virtual GIC Base Address : 0000000000000000
[1CCCh 7372   8]  Hypervisor GIC Base Address : 0000000000000000
[1CD4h 7380   4]        Virtual GIC Interrupt : 00000000
[1CD8h 7384   8]   Redistributor Base Address : 0000000000000000
[1CE0h 7392   8]                    ARM MPIDR : 000000000000050B
[1CE8h 7400   1]             Efficiency Class : 00
[1CE9h 7401   1]                     Reserved : 00
[1CEAh 7402   2]       SPE Overflow Interrupt : 0000

[1CECh 7404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1CEDh 7405   1]                       Length : 50
[1CEEh 7406   2]                     Reserved : 0000
[1CF0h 7408   4]         CPU Interface Number : 00000000
[1CF4h 7412   4]                Processor UID : 0000005C
[1CF8h 7416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1CFCh 7420   4]     Parking Protocol Version : 00000000
[1D00h 7424   4]        Performance Interrupt : 00000000
[1D04h 7428   8]               Parked Address : 0000000000000000
[1D0Ch 7436   8]                 Base Address : 0000000000000000
[1D14h 7444   8]     Virtual GIC Base Address : 0000000000000000
[1D1Ch 7452   8]  Hypervisor GIC Base Address : 0000000000000000
[1D24h 7460   4]        Virtual GIC Interrupt : 00000000
[1D28h 7464   8]   Redistributor Base Address : 0000000000000000
[1D30h 7472   8]                    ARM MPIDR : 000000000000050C
[1D38h 7480   1]             Efficiency Class : 00
[1D39h 7481   1]                     Reserved : 00
[1D3Ah 7482   2]       SPE Overflow Interrupt : 0000

[1D3Ch 7484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1D3Dh 7485   1]                       Length : 50
[1D3Eh 7486   2]                     Reserved : 0000
[1D40h 7488   4]         CPU Interface Number : 00000000
[1D44h 7492   4]                Processor UID : 0000005D
[1D48h 7496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1D4Ch 7500   4]     Parking Protocol Version : 00000000
[1D50h 7504   4]        Performance Interrupt : 00000000
[1D54h 7508   8]               Parked Address : 0000000000000000
[1D5Ch 7516   8]                 Base Address : 0000000000000000
[1D64h 7524   8]     Virtual GIC Base Address : 0000000000000000
[1D6Ch 7532   8]  Hypervisor GIC Base Address : 0000000000000000
[1D74h 7540   4]        Virtual GIC Interrupt : 00000000
[1D78h 7544   8]   Redistributor Base Address : 0000000000000000
[1D80h 7552   8]                    ARM MPIDR : 000000000000050D
[1D88h 7560   1]             Efficiency Class : 00
[1D89h 7561   1]                     Reserved : 00
[1D8Ah 7562   2]       SPE Overflow Interrupt : 0000

[1D8Ch 7564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1D8Dh 7565   1]                       Length : 50
[1D8Eh 7566   2]                     Reserved : 0000
[1D90h 7568   4]         CPU Interface Number : 00000000
[1D94h 7572   4]                Processor UID : 0000005E
[1D98h 7576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1D9Ch 7580   4]     Parking Protocol Version : 00000000
[1DA0h 7584   4]        Performance Interrupt : 00000000
[1DA4h 7588   8]               Parked Address : 0000000000000000
[1DACh 7596   8]                 Base Address : 0000000000000000
[1DB4h 7604   8]     Virtual GIC Base Address : 0000000000000000
[1DBCh 7612   8]  Hypervisor GIC Base Address : 0000000000000000
[1DC4h 7620   4]        Virtual GIC Interrupt : 00000000
[1DC8h 7624   8]   Redistributor Base Address : 0000000000000000
[1DD0h 7632   8]                    ARM MPIDR : 000000000000050E
[1DD8h 7640   1]             Efficiency Class : 00
[1DD9h 7641   1]                     Reserved : 00
[1DDAh 7642   2]       SPE Overflow Interrupt : 0000

[1DDCh 7644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1DDDh 7645   1]                       Length : 50
[1DDEh 7646   2]                     Reserved : 0000
[1DE0h 7648   4]         CPU Interface Number : 00000000
[1DE4h 7652   4]                Processor UID : 0000005F
[1DE8h 7656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1DECh 7660   4]     Parking Protocol Version : 00000000
[1DF0h 7664   4]        Performance Interrupt : 00000000
[1DF4h 7668   8]               Parked Address : 0000000000000000
[1DFCh 7676   8]                 Base Address : 0000000000000000
[1E04h 7684   8]     Virtual GIC Base Address : 0000000000000000
[1E0Ch 7692   8]  Hypervisor GIC Base Address : 0000000000000000
[1E14h 7700   4]        Virtual GIC Interrupt : 00000000
[1E18h 7704   8]   Redistributor Base Address : 0000000000000000
[1E20h 7712   8]                    ARM MPIDR : 000000000000050F
[1E28h 7720   1]             Efficiency Class : 00
[1E29h 7721   1]                     Reserved : 00
[1E2Ah 7722   2]       SPE Overflow Interrupt : 0000

[1E2Ch 7724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1E2Dh 7725   1]                       Length : 50
[1E2Eh 7726   2]                     Reserved : 0000
[1E30h 7728   4]         CPU Interface Number : 00000000
[1E34h 7732   4]                Processor UID : 00000060
[1E38h 7736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1E3Ch 7740   4]     Parking Protocol Version : 00000000
[1E40h 7744   4]        Performance Interrupt : 00000000
[1E44h 7748   8]               Parked Address : 0000000000000000
[1E4Ch 7756   8]                 Base Address : 0000000000000000
[1E54h 7764   8]     Virtual GIC Base Address : 0000000000000000
[1E5Ch 7772   8]  Hypervisor GIC Base Address : 0000000000000000
[1E64h 7780   4]        Virtual GIC Interrupt : 00000000
[1E68h 7784   8]   Redistributor Base Address : 0000000000000000
[1E70h 7792   8]                    ARM MPIDR : 0000000000000600
[1E78h 7800   1]             Efficiency Class : 00
[1E79h 7801   1]                     Reserved : 00
[1E7Ah 7802   2]       SPE Overflow Interrupt : 0000

[1E7Ch 7804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1E7Dh 7805   1]                       Length : 50
[1E7Eh 7806   2]                     Reserved : 0000
[1E80h 7808   4]         CPU Interface Number : 00000000
[1E84h 7812   4]                Processor UID : 00000061
[1E88h 7816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1E8Ch 7820   4]     Parking Protocol Version : 00000000
[1E90h 7824   4]        Performance Interrupt : 00000000
[1E94h 7828   8]               Parked Address : 0000000000000000
[1E9Ch 7836   8]                 Base Address : 0000000000000000
[1EA4h 7844   8]     Virtual GIC Base Address : 0000000000000000
[1EACh 7852   8]  Hypervisor GIC Base Address : 0000000000000000
[1EB4h 7860   4]        Virtual GIC Interrupt : 00000000
[1EB8h 7864   8]   Redistributor Base Address : 0000000000000000
[1EC0h 7872   8]                    ARM MPIDR : 0000000000000601
[1EC8h 7880   1]             Efficiency Class : 00
[1EC9h 7881   1]                     Reserved : 00
[1ECAh 7882   2]       SPE Overflow Interrupt : 0000

[1ECCh 7884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1ECDh 7885   1]                       Length : 50
[1ECEh 7886   2]                     Reserved : 0000
[1ED0h 7888   4]         CPU Interface Number : 00000000
[1ED4h 7892   4]                Processor UID : 00000062
[1ED8h 7896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1EDCh 7900   4]     Parking Protocol Version : 00000000
[1EE0h 7904   4]        Performance Interrupt : 00000000
[1EE4h 7908   8]               Parked Address : 0000000000000000
[1EECh 7916   8]                 Base Address : 0000000000000000
[1EF4h 7924   8]     Virtual GIC Base Address : 0000000000000000
[1EFCh 7932   8]  Hypervisor GIC Base Address : 0000000000000000
[1F04h 7940   4]        Virtual GIC Interrupt : 00000000
[1F08h 7944   8]   Redistributor Base Address : 0000000000000000
[1F10h 7952   8]                    ARM MPIDR : 0000000000000602
[1F18h 7960   1]             Efficiency Class : 00
[1F19h 7961   1]                     Reserved : 00
[1F1Ah 7962   2]       SPE Overflow Interrupt : 0000

[1F1Ch 7964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1F1Dh 7965   1]                       Length : 50
[1F1Eh 7966   2]                     Reserved : 0000
[1F20h 7968   4]         CPU Interface Number : 00000000
[1F24h 7972   4]                Processor UID : 00000063
[1F28h 7976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1F2Ch 7980   4]     Parking Protocol Version : 00000000
[1F30h 7984   4]        Performance Interrupt : 00000000
[1F34h 7988   8]               Parked Address : 0000000000000000
[1F3Ch 7996   8]                 Base Address : 0000000000000000
[1F44h 8004   8]     Virtual GIC Base Address : 0000000000000000
[1F4Ch 8012   8]  Hypervisor GIC Base Address : 0000000000000000
[1F54h 8020   4]        Virtual GIC Interrupt : 00000000
[1F58h 8024   8]   Redistributor Base Address : 0000000000000000
[1F60h 8032   8]                    ARM MPIDR : 0000000000000603
[1F68h 8040   1]             Efficiency Class : 00
[1F69h 8041   1]                     Reserved : 00
[1F6Ah 8042   2]       SPE Overflow Interrupt : 0000

[1F6Ch 8044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1F6Dh 8045   1]                       Length : 50
[1F6Eh 8046   2]                     Reserved : 0000
[1F70h 8048   4]         CPU Interface Number : 00000000
[1F74h 8052   4]                Processor UID : 00000064
[1F78h 8056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1F7Ch 8060   4]     Parking Protocol Version : 00000000
[1F80h 8064   4]        Performance Interrupt : 00000000
[1F84h 8068   8]               Parked Address : 0000000000000000
[1F8Ch 8076   8]                 Base Address : 0000000000000000
[1F94h 8084   8]     Virtual GIC Base Address : 0000000000000000
[1F9Ch 8092   8]  Hypervisor GIC Base Address : 0000000000000000
[1FA4h 8100   4]        Virtual GIC Interrupt : 00000000
[1FA8h 8104   8]   Redistributor Base Address : 0000000000000000
[1FB0h 8112   8]                    ARM MPIDR : 0000000000000604
[1FB8h 8120   1]             Efficiency Class : 00
[1FB9h 8121   1]                     Reserved : 00
[1FBAh 8122   2]       SPE Overflow Interrupt : 0000

[1FBCh 8124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[1FBDh 8125   1]                       Length : 50
[1FBEh 8126   2]                     Reserved : 0000
[1FC0h 8128   4]         CPU Interface Number : 00000000
[1FC4h 8132   4]                Processor UID : 00000065
[1FC8h 8136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[1FCCh 8140   4]     Parking Protocol Version : 00000000
[1FD0h 8144   4]        Performance Interrupt : 00000000
[1FD4h 8148   8]               Parked Address : 0000000000000000
[1FDCh 8156   8]                 Base Address : 0000000000000000
[1FE4h 8164   8]     Virtual GIC Base Address : 0000000000000000
[1FECh 8172   8]  Hypervisor GIC Base Address : 0000000000000000
[1FF4h 8180   4]        Virtual GIC Interrupt : 00000000
[1FF8h 8184   8]   Redistributor Base Address : 0000000000000000
[2000h 8192   8]                    ARM MPIDR : 0000000000000605
[2008h 8200   1]             Efficiency Class : 00
[2009h 8201   1]                     Reserved : 00
[200Ah 8202   2]       SPE Overflow Interrupt : 0000

[200Ch 8204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[200Dh 8205   1]                       Length : 50
[200Eh 8206   2]                     Reserved : 0000
[2010h 8208   4]         CPU Interface Number : 00000000
[2014h 8212   4]                Processor UID : 00000066
[2018h 8216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[201Ch 8220   4]     Parking Protocol Version : 00000000
[2020h 8224   4]        Performance Interrupt : 00000000
[2024h 8228   8]               Parked Address : 0000000000000000
[202Ch 8236   8]                 Base Address : 0000000000000000
[2034h 8244   8]     Virtual GIC Base Address : 0000000000000000
[203Ch 8252   8]  Hypervisor GIC Base Address : 0000000000000000
[2044h 8260   4]        Virtual GIC Interrupt : 00000000
[2048h 8264   8]   Redistributor Base Address : 0000000000000000
[2050h 8272   8]                    ARM MPIDR : 0000000000000606
[2058h 8280   1]             Efficiency Class : 00
[2059h 8281   1]                     Reserved : 00
[205Ah 8282   2]       SPE Overflow Interrupt : 0000

[205Ch 8284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[205Dh 8285   1]                       Length : 50
[205Eh 8286   2]                     Reserved : 0000
[2060h 8288   4]         CPU Interface Number : 00000000
[2064h 8292   4]                Processor UID : 00000067
[2068h 8296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[206Ch 8300   4]     Parking Protocol Version : 00000000
[2070h 8304   4]        Performance Interrupt : 00000000
[2074h 8308   8]               Parked Address : 0000000000000000
[207Ch 8316   8]                 Base Address : 0000000000000000
[2084h 8324   8]     Virtual GIC Base Address : 0000000000000000
[208Ch 8332   8]  Hypervisor GIC Base Address : 0000000000000000
[2094h 8340   4]        Virtual GIC Interrupt : 00000000
[2098h 8344   8]   Redistributor Base Address : 0000000000000000
[20A0h 8352   8]                    ARM MPIDR : 0000000000000607
[20A8h 8360   1]             Efficiency Class : 00
[20A9h 8361   1]                     Reserved : 00
[20AAh 8362   2]       SPE Overflow Interrupt : 0000

[20ACh 8364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[20ADh 8365   1]                       Length : 50
[20AEh 8366   2]                     Reserved : 0000
[20B0h 8368   4]         CPU Interface Number : 00000000
[20B4h 8372   4]                Processor UID : 00000068
[20B8h 8376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[20BCh 8380   4]     Parking Protocol Version : 00000000
[20C0h 8384   4]        Performance Interrupt : 00000000
[20C4h 8388   8]               Parked Address : 0000000000000000
[20CCh 8396   8]                 Base Address : 0000000000000000
[20D4h 8404   8]     Virtual GIC Base Address : 0000000000000000
[20DCh 8412   8]  Hypervisor GIC Base Address : 0000000000000000
[20E4h 8420   4]        Virtual GIC Interrupt : 00000000
[20E8h 8424   8]   Redistributor Base Address : 0000000000000000
[20F0h 8432   8]                    ARM MPIDR : 0000000000000608
[20F8h 8440   1]             Efficiency Class : 00
[20F9h 8441   1]                     Reserved : 00
[20FAh 8442   2]       SPE Overflow Interrupt : 0000

[20FCh 8444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[20FDh 8445   1]                       Length : 50
[20FEh 8446   2]                     Reserved : 0000
[2100h 8448   4]         CPU Interface Number : 00000000
[2104h 8452   4]                Processor UID : 00000069
[2108h 8456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[210Ch 8460   4]     Parking Protocol Version : 00000000
[2110h 8464   4]        Performance Interrupt : 00000000
[2114h 8468   8]               Parked Address : 0000000000000000
[211Ch 8476   8]                 Base Address : 0000000000000000
[2124h 8484   8]     Virtual GIC Base Address : 0000000000000000
[212Ch 8492   8]  Hypervisor GIC Base Address : 0000000000000000
[2134h 8500   4]        Virtual GIC Interrupt : 00000000
[2138h 8504   8]   Redistributor Base Address : 0000000000000000
[2140h 8512   8]                    ARM MPIDR : 0000000000000609
[2148h 8520   1]             Efficiency Class : 00
[2149h 8521   1]                     Reserved : 00
[214Ah 8522   2]       SPE Overflow Interrupt : 0000

[214Ch 8524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[214Dh 8525   1]                       Length : 50
[214Eh 8526   2]                     Reserved : 0000
[2150h 8528   4]         CPU Interface Number : 00000000
[2154h 8532   4]                Processor UID : 0000006A
[2158h 8536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[215Ch 8540   4]     Parking Protocol Version : 00000000
[2160h 8544   4]        Performance Interrupt : 00000000
[2164h 8548   8]               Parked Address : 0000000000000000
[216Ch 8556   8]                 Base Address : 0000000000000000
[2174h 8564   8]     Virtual GIC Base Address : 0000000000000000
[217Ch 8572   8]  Hypervisor GIC Base Address : 0000000000000000
[2184h 8580   4]        Virtual GIC Interrupt : 00000000
[2188h 8584   8]   Redistributor Base Address : 0000000000000000
[2190h 8592   8]                    ARM MPIDR : 000000000000060A
[2198h 8600   1]             Efficiency Class : 00
[2199h 8601   1]                     Reserved : 00
[219Ah 8602   2]       SPE Overflow Interrupt : 0000

[219Ch 8604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[219Dh 8605   1]                       Length : 50
[219Eh 8606   2]                     Reserved : 0000
[21A0h 8608   4]         CPU Interface Number : 00000000
[21A4h 8612   4]                Processor UID : 0000006B
[21A8h 8616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[21ACh 8620   4]     Parking Protocol Version : 00000000
[21B0h 8624   4]        Performance Interrupt : 00000000
[21B4h 8628   8]               Parked Address : 0000000000000000
[21BCh 8636   8]                 Base Address : 0000000000000000
[21C4h 8644   8]     Virtual GIC Base Address : 0000000000000000
[21CCh 8652   8]  Hypervisor GIC Base Address : 0000000000000000
[21D4h 8660   4]        Virtual GIC Interrupt : 00000000
[21D8h 8664   8]   Redistributor Base Address : 0000000000000000
[21E0h 8672   8]                    ARM MPIDR : 000000000000060B
[21E8h 8680   1]             Efficiency Class : 00
[21E9h 8681   1]                     Reserved : 00
[21EAh 8682   2]       SPE Overflow Interrupt : 0000

[21ECh 8684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[21EDh 8685   1]                       Length : 50
[21EEh 8686   2]                     Reserved : 0000
[21F0h 8688   4]         CPU Interface Number : 00000000
[21F4h 8692   4]                Processor UID : 0000006C
[21F8h 8696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[21FCh 8700   4]     Parking Protocol Version : 00000000
[2200h 8704   4]        Performance Interrupt : 00000000
[2204h 8708   8]               Parked Address : 0000000000000000
[220Ch 8716   8]                 Base Address : 0000000000000000
[2214h 8724   8]     Virtual GIC Base Address : 0000000000000000
[221Ch 8732   8]  Hypervisor GIC Base Address : 0000000000000000
[2224h 8740   4]        Virtual GIC Interrupt : 00000000
[2228h 8744   8]   Redistributor Base Address : 0000000000000000
[2230h 8752   8]                    ARM MPIDR : 000000000000060C
[2238h 8760   1]             Efficiency Class : 00
[2239h 8761   1]                     Reserved : 00
[223Ah 8762   2]       SPE Overflow Interrupt : 0000

[223Ch 8764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[223Dh 8765   1]                       Length : 50
[223Eh 8766   2]                     Reserved : 0000
[2240h 8768   4]         CPU Interface Number : 00000000
[2244h 8772   4]                Processor UID : 0000006D
[2248h 8776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[224Ch 8780   4]     Parking Protocol Version : 00000000
[2250h 8784   4]        Performance Interrupt : 00000000
[2254h 8788   8]               Parked Address : 0000000000000000
[225Ch 8796   8]                 Base Address : 0000000000000000
[2264h 8804   8]     Virtual GIC Base Address : 0000000000000000
[226Ch 8812   8]  Hypervisor GIC Base Address : 0000000000000000
[2274h 8820   4]        Virtual GIC Interrupt : 00000000
[2278h 8824   8]   Redistributor Base Address : 0000000000000000
[2280h 8832   8]                    ARM MPIDR : 000000000000060D
[2288h 8840   1]             Efficiency Class : 00
[2289h 8841   1]                     Reserved : 00
[228Ah 8842   2]       SPE Overflow Interrupt : 0000

[228Ch 8844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[228Dh 8845   1]                       Length : 50
[228Eh 8846   2]                     Reserved : 0000
[2290h 8848   4]         CPU Interface Number : 00000000
[2294h 8852   4]                Processor UID : 0000006E
[2298h 8856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[229Ch 8860   4]     Parking Protocol Version : 00000000
[22A0h 8864   4]        Performance Interrupt : 00000000
[22A4h 8868   8]               Parked Address : 0000000000000000
[22ACh 8876   8]                 Base Address : 0000000000000000
[22B4h 8884   8]     Virtual GIC Base Address : 0000000000000000
[22BCh 8892   8]  Hypervisor GIC Base Address : 0000000000000000
[22C4h 8900   4]        Virtual GIC Interrupt : 00000000
[22C8h 8904   8]   Redistributor Base Address : 0000000000000000
[22D0h 8912   8]                    ARM MPIDR : 000000000000060E
[22D8h 8920   1]             Efficiency Class : 00
[22D9h 8921   1]                     Reserved : 00
[22DAh 8922   2]       SPE Overflow Interrupt : 0000

[22DCh 8924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[22DDh 8925   1]                       Length : 50
[22DEh 8926   2]                     Reserved : 0000
[22E0h 8928   4]         CPU Interface Number : 00000000
[22E4h 8932   4]                Processor UID : 0000006F
[22E8h 8936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[22ECh 8940   4]     Parking Protocol Version : 00000000
[22F0h 8944   4]        Performance Interrupt : 00000000
[22F4h 8948   8]               Parked Address : 0000000000000000
[22FCh 8956   8]                 Base Address : 0000000000000000
[2304h 8964   8]     Virtual GIC Base Address : 0000000000000000
[230Ch 8972   8]  Hypervisor GIC Base Address : 0000000000000000
[2314h 8980   4]        Virtual GIC Interrupt : 00000000
[2318h 8984   8]   Redistributor Base Address : 0000000000000000
[2320h 8992   8]                    ARM MPIDR : 000000000000060F
[2328h 9000   1]             Efficiency Class : 00
[2329h 9001   1]                     Reserved : 00
[232Ah 9002   2]       SPE Overflow Interrupt : 0000

[232Ch 9004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[232Dh 9005   1]                       Length : 50
[232Eh 9006   2]                     Reserved : 0000
[2330h 9008   4]         CPU Interface Number : 00000000
[2334h 9012   4]                Processor UID : 00000070
[2338h 9016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[233Ch 9020   4]     Parking Protocol Version : 00000000
[2340h 9024   4]        Performance Interrupt : 00000000
[2344h 9028   8]               Parked Address : 0000000000000000
[234Ch 9036   8]                 Base Address : 0000000000000000
[2354h 9044   8]     Virtual GIC Base Address : 0000000000000000
[235Ch 9052   8]  Hypervisor GIC Base Address : 0000000000000000
[2364h 9060   4]        Virtual GIC Interrupt : 00000000
[2368h 9064   8]   Redistributor Base Address : 0000000000000000
[2370h 9072   8]                    ARM MPIDR : 0000000000000700
[2378h 9080   1]             Efficiency Class : 00
[2379h 9081   1]                     Reserved : 00
[237Ah 9082   2]       SPE Overflow Interrupt : 0000

[237Ch 9084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[237Dh 9085   1]                       Length : 50
[237Eh 9086   2]                     Reserved : 0000
[2380h 9088   4]         CPU Interface Number : 00000000
[2384h 9092   4]                Processor UID : 00000071
[2388h 9096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[238Ch 9100   4]     Parking Protocol Version : 00000000
[2390h 9104   4]        Performance Interrupt : 00000000
[2394h 9108   8]               Parked Address : 0000000000000000
[239Ch 9116   8]                 Base Address : 0000000000000000
[23A4h 9124   8]     Virtual GIC Base Address : 0000000000000000
[23ACh 9132   8]  Hypervisor GIC Base Address : 0000000000000000
[23B4h 9140   4]        Virtual GIC Interrupt : 00000000
[23B8h 9144   8]   Redistributor Base Address : 0000000000000000
[23C0h 9152   8]                    ARM MPIDR : 0000000000000701
[23C8h 9160   1]             Efficiency Class : 00
[23C9h 9161   1]                     Reserved : 00
[23CAh 9162   2]       SPE Overflow Interrupt : 0000

[23CCh 9164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[23CDh 9165   1]                       Length : 50
[23CEh 9166   2]                     Reserved : 0000
[23D0h 9168   4]         CPU Interface Number : 00000000
[23D4h 9172   4]                Processor UID : 00000072
[23D8h 9176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[23DCh 9180   4]     Parking Protocol Version : 00000000
[23E0h 9184   4]        Performance Interrupt : 00000000
[23E4h 9188   8]               Parked Address : 0000000000000000
[23ECh 9196   8]                 Base Address : 0000000000000000
[23F4h 9204   8]     Virtual GIC Base Address : 0000000000000000
[23FCh 9212   8]  Hypervisor GIC Base Address : 0000000000000000
[2404h 9220   4]        Virtual GIC Interrupt : 00000000
[2408h 9224   8]   Redistributor Base Address : 0000000000000000
[2410h 9232   8]                    ARM MPIDR : 0000000000000702
[2418h 9240   1]             Efficiency Class : 00
[2419h 9241   1]                     Reserved : 00
[241Ah 9242   2]       SPE Overflow Interrupt : 0000

[241Ch 9244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[241Dh 9245   1]                       Length : 50
[241Eh 9246   2]                     Reserved : 0000
[2420h 9248   4]         CPU Interface Number : 00000000
[2424h 9252   4]                Processor UID : 00000073
[2428h 9256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[242Ch 9260   4]     Parking Protocol Version : 00000000
[2430h 9264   4]        Performance Interrupt : 00000000
[2434h 9268   8]               Parked Address : 0000000000000000
[243Ch 9276   8]                 Base Address : 0000000000000000
[2444h 9284   8]     Virtual GIC Base Address : 0000000000000000
[244Ch 9292   8]  Hypervisor GIC Base Address : 0000000000000000
[2454h 9300   4]        Virtual GIC Interrupt : 00000000
[2458h 9304   8]   Redistributor Base Address : 0000000000000000
[2460h 9312   8]                    ARM MPIDR : 0000000000000703
[2468h 9320   1]             Efficiency Class : 00
[2469h 9321   1]                     Reserved : 00
[246Ah 9322   2]       SPE Overflow Interrupt : 0000

[246Ch 9324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[246Dh 9325   1]                       Length : 50
[246Eh 9326   2]                     Reserved : 0000
[2470h 9328   4]         CPU Interface Number : 00000000
[2474h 9332   4]                Processor UID : 00000074
[2478h 9336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[247Ch 9340   4]     Parking Protocol Version : 00000000
[2480h 9344   4]        Performance Interrupt : 00000000
[2484h 9348   8]               Parked Address : 0000000000000000
[248Ch 9356   8]                 Base Address : 0000000000000000
[2494h 9364   8]     Virtual GIC Base Address : 0000000000000000
[249Ch 9372   8]  Hypervisor GIC Base Address : 0000000000000000
[24A4h 9380   4]        Virtual GIC Interrupt : 00000000
[24A8h 9384   8]   Redistributor Base Address : 0000000000000000
[24B0h 9392   8]                    ARM MPIDR : 0000000000000704
[24B8h 9400   1]             Efficiency Class : 00
[24B9h 9401   1]                     Reserved : 00
[24BAh 9402   2]       SPE Overflow Interrupt : 0000

[24BCh 9404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[24BDh 9405   1]                       Length : 50
[24BEh 9406   2]                     Reserved : 0000
[24C0h 9408   4]         CPU Interface Number : 00000000
[24C4h 9412   4]                Processor UID : 00000075
[24C8h 9416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[24CCh 9420   4]     Parking Protocol Version : 00000000
[24D0h 9424   4]        Performance Interrupt : 00000000
[24D4h 9428   8]               Parked Address : 0000000000000000
[24DCh 9436   8]                 Base Address : 0000000000000000
[24E4h 9444   8]     Virtual GIC Base Address : 0000000000000000
[24ECh 9452   8]  Hypervisor GIC Base Address : 0000000000000000
[24F4h 9460   4]        Virtual GIC Interrupt : 00000000
[24F8h 9464   8]   Redistributor Base Address : 0000000000000000
[2500h 9472   8]                    ARM MPIDR : 0000000000000705
[2508h 9480   1]             Efficiency Class : 00
[2509h 9481   1]                     Reserved : 00
[250Ah 9482   2]       SPE Overflow Interrupt : 0000

[250Ch 9484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[250Dh 9485   1]                       Length : 50
[250Eh 9486   2]                     Reserved : 0000
[2510h 9488   4]         CPU Interface Number : 00000000
[2514h 9492   4]                Processor UID : 00000076
[2518h 9496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[251Ch 9500   4]     Parking Protocol Version : 00000000
[2520h 9504   4]        Performance Interrupt : 00000000
[2524h 9508   8]               Parked Address : 0000000000000000
[252Ch 9516   8]                 Base Address : 0000000000000000
[2534h 9524   8]     Virtual GIC Base Address : 0000000000000000
[253Ch 9532   8]  Hypervisor GIC Base Address : 0000000000000000
[2544h 9540   4]        Virtual GIC Interrupt : 00000000
[2548h 9544   8]   Redistributor Base Address : 0000000000000000
[2550h 9552   8]                    ARM MPIDR : 0000000000000706
[2558h 9560   1]             Efficiency Class : 00
[2559h 9561   1]                     Reserved : 00
[255Ah 9562   2]       SPE Overflow Interrupt : 0000

[255Ch 9564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[255Dh 9565   1]                       Length : 50
[255Eh 9566   2]                     Reserved : 0000
[2560h 9568   4]         CPU Interface Number : 00000000
[2564h 9572   4]                Processor UID : 00000077
[2568h 9576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[256Ch 9580   4]     Parking Protocol Version : 00000000
[2570h 9584   4]        Performance Interrupt : 00000000
[2574h 9588   8]               Parked Address : 0000000000000000
[257Ch 9596   8]                 Base Address : 0000000000000000
[2584h 9604   8]     Virtual GIC Base Address : 0000000000000000
[258Ch 9612   8]  Hypervisor GIC Base Address : 0000000000000000
[2594h 9620   4]        Virtual GIC Interrupt : 00000000
[2598h 9624   8]   Redistributor Base Address : 0000000000000000
[25A0h 9632   8]                    ARM MPIDR : 0000000000000707
[25A8h 9640   1]             Efficiency Class : 00
[25A9h 9641   1]                     Reserved : 00
[25AAh 9642   2]       SPE Overflow Interrupt : 0000

[25ACh 9644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[25ADh 9645   1]                       Length : 50
[25AEh 9646   2]                     Reserved : 0000
[25B0h 9648   4]         CPU Interface Number : 00000000
[25B4h 9652   4]                Processor UID : 00000078
[25B8h 9656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[25BCh 9660   4]     Parking Protocol Version : 00000000
[25C0h 9664   4]        Performance Interrupt : 00000000
[25C4h 9668   8]               Parked Address : 0000000000000000
[25CCh 9676   8]                 Base Address : 0000000000000000
[25D4h 9684   8]     Virtual GIC Base Address : 0000000000000000
[25DCh 9692   8]  Hypervisor GIC Base Address : 0000000000000000
[25E4h 9700   4]        Virtual GIC Interrupt : 00000000
[25E8h 9704   8]   Redistributor Base Address : 0000000000000000
[25F0h 9712   8]                    ARM MPIDR : 0000000000000708
[25F8h 9720   1]             Efficiency Class : 00
[25F9h 9721   1]                     Reserved : 00
[25FAh 9722   2]       SPE Overflow Interrupt : 0000

[25FCh 9724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[25FDh 9725   1]                       Length : 50
[25FEh 9726   2]                     Reserved : 0000
[2600h 9728   4]         CPU Interface Number : 00000000
[2604h 9732   4]                Processor UID : 00000079
[2608h 9736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[260Ch 9740   4]     Parking Protocol Version : 00000000
[2610h 9744   4]        Performance Interrupt : 00000000
[2614h 9748   8]               Parked Address : 0000000000000000
[261Ch 9756   8]                 Base Address : 0000000000000000
[2624h 9764   8]     Virtual GIC Base Address : 0000000000000000
[262Ch 9772   8]  Hypervisor GIC Base Address : 0000000000000000
[2634h 9780   4]        Virtual GIC Interrupt : 00000000
[2638h 9784   8]   Redistributor Base Address : 0000000000000000
[2640h 9792   8]                    ARM MPIDR : 0000000000000709
[2648h 9800   1]             Efficiency Class : 00
[2649h 9801   1]                     Reserved : 00
[264Ah 9802   2]       SPE Overflow Interrupt : 0000

[264Ch 9804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[264Dh 9805   1]                       Length : 50
[264Eh 9806   2]                     Reserved : 0000
[2650h 9808   4]         CPU Interface Number : 00000000
[2654h 9812   4]                Processor UID : 0000007A
[2658h 9816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[265Ch 9820   4]     Parking Protocol Version : 00000000
[2660h 9824   4]        Performance Interrupt : 00000000
[2664h 9828   8]               Parked Address : 0000000000000000
[266Ch 9836   8]                 Base Address : 0000000000000000
[2674h 9844   8]     Virtual GIC Base Address : 0000000000000000
[267Ch 9852   8]  Hypervisor GIC Base Address : 0000000000000000
[2684h 9860   4]        Virtual GIC Interrupt : 00000000
[2688h 9864   8]   Redistributor Base Address : 0000000000000000
[2690h 9872   8]                    ARM MPIDR : 000000000000070A
[2698h 9880   1]             Efficiency Class : 00
[2699h 9881   1]                     Reserved : 00
[269Ah 9882   2]       SPE Overflow Interrupt : 0000

[269Ch 9884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[269Dh 9885   1]                       Length : 50
[269Eh 9886   2]                     Reserved : 0000
[26A0h 9888   4]         CPU Interface Number : 00000000
[26A4h 9892   4]                Processor UID : 0000007B
[26A8h 9896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[26ACh 9900   4]     Parking Protocol Version : 00000000
[26B0h 9904   4]        Performance Interrupt : 00000000
[26B4h 9908   8]               Parked Address : 0000000000000000
[26BCh 9916   8]                 Base Address : 0000000000000000
[26C4h 9924   8]     Virtual GIC Base Address : 0000000000000000
[26CCh 9932   8]  Hypervisor GIC Base Address : 0000000000000000
[26D4h 9940   4]        Virtual GIC Interrupt : 00000000
[26D8h 9944   8]   Redistributor Base Address : 0000000000000000
[26E0h 9952   8]                    ARM MPIDR : 000000000000070B
[26E8h 9960   1]             Efficiency Class : 00
[26E9h 9961   1]                     Reserved : 00
[26EAh 9962   2]       SPE Overflow Interrupt : 0000

[26ECh 9964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[26EDh 9965   1]                       Length : 50
[26EEh 9966   2]                     Reserved : 0000
[26F0h 9968   4]         CPU Interface Number : 00000000
[26F4h 9972   4]                Processor UID : 0000007C
[26F8h 9976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[26FCh 9980   4]     Parking Protocol Version : 00000000
[2700h 9984   4]        Performance Interrupt : 00000000
[2704h 9988   8]               Parked Address : 0000000000000000
[270Ch 9996   8]                 Base Address : 0000000000000000
[2714h 10004   8]     Virtual GIC Base Address : 0000000000000000
[271Ch 10012   8]  Hypervisor GIC Base Address : 0000000000000000
[2724h 10020   4]        Virtual GIC Interrupt : 00000000
[2728h 10024   8]   Redistributor Base Address : 0000000000000000
[2730h 10032   8]                    ARM MPIDR : 000000000000070C
[2738h 10040   1]             Efficiency Class : 00
[2739h 10041   1]                     Reserved : 00
[273Ah 10042   2]       SPE Overflow Interrupt : 0000

[273Ch 10044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[273Dh 10045   1]                       Length : 50
[273Eh 10046   2]                     Reserved : 0000
[2740h 10048   4]         CPU Interface Number : 00000000
[2744h 10052   4]                Processor UID : 0000007D
[2748h 10056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[274Ch 10060   4]     Parking Protocol Version : 00000000
[2750h 10064   4]        Performance Interrupt : 00000000
[2754h 10068   8]               Parked Address : 0000000000000000
[275Ch 10076   8]                 Base Address : 0000000000000000
[2764h 10084   8]     Virtual GIC Base Address : 0000000000000000
[276Ch 10092   8]  Hypervisor GIC Base Address : 0000000000000000
[2774h 10100   4]        Virtual GIC Interrupt : 00000000
[2778h 10104   8]   Redistributor Base Address : 0000000000000000
[2780h 10112   8]                    ARM MPIDR : 000000000000070D
[2788h 10120   1]             Efficiency Class : 00
[2789h 10121   1]                     Reserved : 00
[278Ah 10122   2]       SPE Overflow Interrupt : 0000

[278Ch 10124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[278Dh 10125   1]                       Length : 50
[278Eh 10126   2]                     Reserved : 0000
[2790h 10128   4]         CPU Interface Number : 00000000
[2794h 10132   4]                Processor UID : 0000007E
[2798h 10136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[279Ch 10140   4]     Parking Protocol Version : 00000000
[27A0h 10144   4]        Performance Interrupt : 00000000
[27A4h 10148   8]               Parked Address : 0000000000000000
[27ACh 10156   8]                 Base Address : 0000000000000000
[27B4h 10164   8]     Virtual GIC Base Address : 0000000000000000
[27BCh 10172   8]  Hypervisor GIC Base Address : 0000000000000000
[27C4h 10180   4]        Virtual GIC Interrupt : 00000000
[27C8h 10184   8]   Redistributor Base Address : 0000000000000000
[27D0h 10192   8]                    ARM MPIDR : 000000000000070E
[27D8h 10200   1]             Efficiency Class : 00
[27D9h 10201   1]                     Reserved : 00
[27DAh 10202   2]       SPE Overflow Interrupt : 0000

[27DCh 10204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[27DDh 10205   1]                       Length : 50
[27DEh 10206   2]                     Reserved : 0000
[27E0h 10208   4]         CPU Interface Number : 00000000
[27E4h 10212   4]                Processor UID : 0000007F
[27E8h 10216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[27ECh 10220   4]     Parking Protocol Version : 00000000
[27F0h 10224   4]        Performance Interrupt : 00000000
[27F4h 10228   8]               Parked Address : 0000000000000000
[27FCh 10236   8]                 Base Address : 0000000000000000
[2804h 10244   8]     Virtual GIC Base Address : 0000000000000000
[280Ch 10252   8]  Hypervisor GIC Base Address : 0000000000000000
[2814h 10260   4]        Virtual GIC Interrupt : 00000000
[2818h 10264   8]   Redistributor Base Address : 0000000000000000
[2820h 10272   8]                    ARM MPIDR : 000000000000070F
[2828h 10280   1]             Efficiency Class : 00
[2829h 10281   1]                     Reserved : 00
[282Ah 10282   2]       SPE Overflow Interrupt : 0000

[282Ch 10284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[282Dh 10285   1]                       Length : 50
[282Eh 10286   2]                     Reserved : 0000
[2830h 10288   4]         CPU Interface Number : 00000000
[2834h 10292   4]                Processor UID : 00000080
[2838h 10296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[283Ch 10300   4]     Parking Protocol Version : 00000000
[2840h 10304   4]        Performance Interrupt : 00000000
[2844h 10308   8]               Parked Address : 0000000000000000
[284Ch 10316   8]                 Base Address : 0000000000000000
[2854h 10324   8]     Virtual GIC Base Address : 0000000000000000
[285Ch 10332   8]  Hypervisor GIC Base Address : 0000000000000000
[2864h 10340   4]        Virtual GIC Interrupt : 00000000
[2868h 10344   8]   Redistributor Base Address : 0000000000000000
[2870h 10352   8]                    ARM MPIDR : 0000000000000800
[2878h 10360   1]             Efficiency Class : 00
[2879h 10361   1]                     Reserved : 00
[287Ah 10362   2]       SPE Overflow Interrupt : 0000

[287Ch 10364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[287Dh 10365   1]                       Length : 50
[287Eh 10366   2]                     Reserved : 0000
[2880h 10368   4]         CPU Interface Number : 00000000
[2884h 10372   4]                Processor UID : 00000081
[2888h 10376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[288Ch 10380   4]     Parking Protocol Version : 00000000
[2890h 10384   4]        Performance Interrupt : 00000000
[2894h 10388   8]               Parked Address : 0000000000000000
[289Ch 10396   8]                 Base Address : 0000000000000000
[28A4h 10404   8]     Virtual GIC Base Address : 0000000000000000
[28ACh 10412   8]  Hypervisor GIC Base Address : 0000000000000000
[28B4h 10420   4]        Virtual GIC Interrupt : 00000000
[28B8h 10424   8]   Redistributor Base Address : 0000000000000000
[28C0h 10432   8]                    ARM MPIDR : 0000000000000801
[28C8h 10440   1]             Efficiency Class : 00
[28C9h 10441   1]                     Reserved : 00
[28CAh 10442   2]       SPE Overflow Interrupt : 0000

[28CCh 10444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[28CDh 10445   1]                       Length : 50
[28CEh 10446   2]                     Reserved : 0000
[28D0h 10448   4]         CPU Interface Number : 00000000
[28D4h 10452   4]                Processor UID : 00000082
[28D8h 10456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[28DCh 10460   4]     Parking Protocol Version : 00000000
[28E0h 10464   4]        Performance Interrupt : 00000000
[28E4h 10468   8]               Parked Address : 0000000000000000
[28ECh 10476   8]                 Base Address : 0000000000000000
[28F4h 10484   8]     Virtual GIC Base Address : 0000000000000000
[28FCh 10492   8]  Hypervisor GIC Base Address : 0000000000000000
[2904h 10500   4]        Virtual GIC Interrupt : 00000000
[2908h 10504   8]   Redistributor Base Address : 0000000000000000
[2910h 10512   8]                    ARM MPIDR : 0000000000000802
[2918h 10520   1]             Efficiency Class : 00
[2919h 10521   1]                     Reserved : 00
[291Ah 10522   2]       SPE Overflow Interrupt : 0000

[291Ch 10524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[291Dh 10525   1]                       Length : 50
[291Eh 10526   2]                     Reserved : 0000
[2920h 10528   4]         CPU Interface Number : 00000000
[2924h 10532   4]                Processor UID : 00000083
[2928h 10536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[292Ch 10540   4]     Parking Protocol Version : 00000000
[2930h 10544   4]        Performance Interrupt : 00000000
[2934h 10548   8]               Parked Address : 0000000000000000
[293Ch 10556   8]                 Base Address : 0000000000000000
[2944h 10564   8]     Virtual GIC Base Address : 0000000000000000
[294Ch 10572   8]  Hypervisor GIC Base Address : 0000000000000000
[2954h 10580   4]        Virtual GIC Interrupt : 00000000
[2958h 10584   8]   Redistributor Base Address : 0000000000000000
[2960h 10592   8]                    ARM MPIDR : 0000000000000803
[2968h 10600   1]             Efficiency Class : 00
[2969h 10601   1]                     Reserved : 00
[296Ah 10602   2]       SPE Overflow Interrupt : 0000

[296Ch 10604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[296Dh 10605   1]                       Length : 50
[296Eh 10606   2]                     Reserved : 0000
[2970h 10608   4]         CPU Interface Number : 00000000
[2974h 10612   4]                Processor UID : 00000084
[2978h 10616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[297Ch 10620   4]     Parking Protocol Version : 00000000
[2980h 10624   4]        Performance Interrupt : 00000000
[2984h 10628   8]               Parked Address : 0000000000000000
[298Ch 10636   8]                 Base Address : 0000000000000000
[2994h 10644   8]     Virtual GIC Base Address : 0000000000000000
[299Ch 10652   8]  Hypervisor GIC Base Address : 0000000000000000
[29A4h 10660   4]        Virtual GIC Interrupt : 00000000
[29A8h 10664   8]   Redistributor Base Address : 0000000000000000
[29B0h 10672   8]                    ARM MPIDR : 0000000000000804
[29B8h 10680   1]             Efficiency Class : 00
[29B9h 10681   1]                     Reserved : 00
[29BAh 10682   2]       SPE Overflow Interrupt : 0000

[29BCh 10684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[29BDh 10685   1]                       Length : 50
[29BEh 10686   2]                     Reserved : 0000
[29C0h 10688   4]         CPU Interface Number : 00000000
[29C4h 10692   4]                Processor UID : 00000085
[29C8h 10696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[29CCh 10700   4]     Parking Protocol Version : 00000000
[29D0h 10704   4]        Performance Interrupt : 00000000
[29D4h 10708   8]               Parked Address : 0000000000000000
[29DCh 10716   8]                 Base Address : 0000000000000000
[29E4h 10724   8]     Virtual GIC Base Address : 0000000000000000
[29ECh 10732   8]  Hypervisor GIC Base Address : 0000000000000000
[29F4h 10740   4]        Virtual GIC Interrupt : 00000000
[29F8h 10744   8]   Redistributor Base Address : 0000000000000000
[2A00h 10752   8]                    ARM MPIDR : 0000000000000805
[2A08h 10760   1]             Efficiency Class : 00
[2A09h 10761   1]                     Reserved : 00
[2A0Ah 10762   2]       SPE Overflow Interrupt : 0000

[2A0Ch 10764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2A0Dh 10765   1]                       Length : 50
[2A0Eh 10766   2]                     Reserved : 0000
[2A10h 10768   4]         CPU Interface Number : 00000000
[2A14h 10772   4]                Processor UID : 00000086
[2A18h 10776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2A1Ch 10780   4]     Parking Protocol Version : 00000000
[2A20h 10784   4]        Performance Interrupt : 00000000
[2A24h 10788   8]               Parked Address : 0000000000000000
[2A2Ch 10796   8]                 Base Address : 0000000000000000
[2A34h 10804   8]     Virtual GIC Base Address : 0000000000000000
[2A3Ch 10812   8]  Hypervisor GIC Base Address : 0000000000000000
[2A44h 10820   4]        Virtual GIC Interrupt : 00000000
[2A48h 10824   8]   Redistributor Base Address : 0000000000000000
[2A50h 10832   8]                    ARM MPIDR : 0000000000000806
[2A58h 10840   1]             Efficiency Class : 00
[2A59h 10841   1]                     Reserved : 00
[2A5Ah 10842   2]       SPE Overflow Interrupt : 0000

[2A5Ch 10844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2A5Dh 10845   1]                       Length : 50
[2A5Eh 10846   2]                     Reserved : 0000
[2A60h 10848   4]         CPU Interface Number : 00000000
[2A64h 10852   4]                Processor UID : 00000087
[2A68h 10856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2A6Ch 10860   4]     Parking Protocol Version : 00000000
[2A70h 10864   4]        Performance Interrupt : 00000000
[2A74h 10868   8]               Parked Address : 0000000000000000
[2A7Ch 10876   8]                 Base Address : 0000000000000000
[2A84h 10884   8]     Virtual GIC Base Address : 0000000000000000
[2A8Ch 10892   8]  Hypervisor GIC Base Address : 0000000000000000
[2A94h 10900   4]        Virtual GIC Interrupt : 00000000
[2A98h 10904   8]   Redistributor Base Address : 0000000000000000
[2AA0h 10912   8]                    ARM MPIDR : 0000000000000807
[2AA8h 10920   1]             Efficiency Class : 00
[2AA9h 10921   1]                     Reserved : 00
[2AAAh 10922   2]       SPE Overflow Interrupt : 0000

[2AACh 10924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2AADh 10925   1]                       Length : 50
[2AAEh 10926   2]                     Reserved : 0000
[2AB0h 10928   4]         CPU Interface Number : 00000000
[2AB4h 10932   4]                Processor UID : 00000088
[2AB8h 10936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2ABCh 10940   4]     Parking Protocol Version : 00000000
[2AC0h 10944   4]        Performance Interrupt : 00000000
[2AC4h 10948   8]               Parked Address : 0000000000000000
[2ACCh 10956   8]                 Base Address : 0000000000000000
[2AD4h 10964   8]     Virtual GIC Base Address : 0000000000000000
[2ADCh 10972   8]  Hypervisor GIC Base Address : 0000000000000000
[2AE4h 10980   4]        Virtual GIC Interrupt : 00000000
[2AE8h 10984   8]   Redistributor Base Address : 0000000000000000
[2AF0h 10992   8]                    ARM MPIDR : 0000000000000808
[2AF8h 11000   1]             Efficiency Class : 00
[2AF9h 11001   1]                     Reserved : 00
[2AFAh 11002   2]       SPE Overflow Interrupt : 0000

[2AFCh 11004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2AFDh 11005   1]                       Length : 50
[2AFEh 11006   2]                     Reserved : 0000
[2B00h 11008   4]         CPU Interface Number : 00000000
[2B04h 11012   4]                Processor UID : 00000089
[2B08h 11016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2B0Ch 11020   4]     Parking Protocol Version : 00000000
[2B10h 11024   4]        Performance Interrupt : 00000000
[2B14h 11028   8]               Parked Address : 0000000000000000
[2B1Ch 11036   8]                 Base Address : 0000000000000000
[2B24h 11044   8]     Virtual GIC Base Address : 0000000000000000
[2B2Ch 11052   8]  Hypervisor GIC Base Address : 0000000000000000
[2B34h 11060   4]        Virtual GIC Interrupt : 00000000
[2B38h 11064   8]   Redistributor Base Address : 0000000000000000
[2B40h 11072   8]                    ARM MPIDR : 0000000000000809
[2B48h 11080   1]             Efficiency Class : 00
[2B49h 11081   1]                     Reserved : 00
[2B4Ah 11082   2]       SPE Overflow Interrupt : 0000

[2B4Ch 11084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2B4Dh 11085   1]                       Length : 50
[2B4Eh 11086   2]                     Reserved : 0000
[2B50h 11088   4]         CPU Interface Number : 00000000
[2B54h 11092   4]                Processor UID : 0000008A
[2B58h 11096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2B5Ch 11100   4]     Parking Protocol Version : 00000000
[2B60h 11104   4]        Performance Interrupt : 00000000
[2B64h 11108   8]               Parked Address : 0000000000000000
[2B6Ch 11116   8]                 Base Address : 0000000000000000
[2B74h 11124   8]     Virtual GIC Base Address : 0000000000000000
[2B7Ch 11132   8]  Hypervisor GIC Base Address : 0000000000000000
[2B84h 11140   4]        Virtual GIC Interrupt : 00000000
[2B88h 11144   8]   Redistributor Base Address : 0000000000000000
[2B90h 11152   8]                    ARM MPIDR : 000000000000080A
[2B98h 11160   1]             Efficiency Class : 00
[2B99h 11161   1]                     Reserved : 00
[2B9Ah 11162   2]       SPE Overflow Interrupt : 0000

[2B9Ch 11164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2B9Dh 11165   1]                       Length : 50
[2B9Eh 11166   2]                     Reserved : 0000
[2BA0h 11168   4]         CPU Interface Number : 00000000
[2BA4h 11172   4]                Processor UID : 0000008B
[2BA8h 11176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2BACh 11180   4]     Parking Protocol Version : 00000000
[2BB0h 11184   4]        Performance Interrupt : 00000000
[2BB4h 11188   8]               Parked Address : 0000000000000000
[2BBCh 11196   8]                 Base Address : 0000000000000000
[2BC4h 11204   8]     Virtual GIC Base Address : 0000000000000000
[2BCCh 11212   8]  Hypervisor GIC Base Address : 0000000000000000
[2BD4h 11220   4]        Virtual GIC Interrupt : 00000000
[2BD8h 11224   8]   Redistributor Base Address : 0000000000000000
[2BE0h 11232   8]                    ARM MPIDR : 000000000000080B
[2BE8h 11240   1]             Efficiency Class : 00
[2BE9h 11241   1]                     Reserved : 00
[2BEAh 11242   2]       SPE Overflow Interrupt : 0000

[2BECh 11244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2BEDh 11245   1]                       Length : 50
[2BEEh 11246   2]                     Reserved : 0000
[2BF0h 11248   4]         CPU Interface Number : 00000000
[2BF4h 11252   4]                Processor UID : 0000008C
[2BF8h 11256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2BFCh 11260   4]     Parking Protocol Version : 00000000
[2C00h 11264   4]        Performance Interrupt : 00000000
[2C04h 11268   8]               Parked Address : 0000000000000000
[2C0Ch 11276   8]                 Base Address : 0000000000000000
[2C14h 11284   8]     Virtual GIC Base Address : 0000000000000000
[2C1Ch 11292   8]  Hypervisor GIC Base Address : 0000000000000000
[2C24h 11300   4]        Virtual GIC Interrupt : 00000000
[2C28h 11304   8]   Redistributor Base Address : 0000000000000000
[2C30h 11312   8]                    ARM MPIDR : 000000000000080C
[2C38h 11320   1]             Efficiency Class : 00
[2C39h 11321   1]                     Reserved : 00
[2C3Ah 11322   2]       SPE Overflow Interrupt : 0000

[2C3Ch 11324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2C3Dh 11325   1]                       Length : 50
[2C3Eh 11326   2]                     Reserved : 0000
[2C40h 11328   4]         CPU Interface Number : 00000000
[2C44h 11332   4]                Processor UID : 0000008D
[2C48h 11336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2C4Ch 11340   4]     Parking Protocol Version : 00000000
[2C50h 11344   4]        Performance Interrupt : 00000000
[2C54h 11348   8]               Parked Address : 0000000000000000
[2C5Ch 11356   8]                 Base Address : 0000000000000000
[2C64h 11364   8]     Virtual GIC Base Address : 0000000000000000
[2C6Ch 11372   8]  Hypervisor GIC Base Address : 0000000000000000
[2C74h 11380   4]        Virtual GIC Interrupt : 00000000
[2C78h 11384   8]   Redistributor Base Address : 0000000000000000
[2C80h 11392   8]                    ARM MPIDR : 000000000000080D
[2C88h 11400   1]             Efficiency Class : 00
[2C89h 11401   1]                     Reserved : 00
[2C8Ah 11402   2]       SPE Overflow Interrupt : 0000

[2C8Ch 11404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2C8Dh 11405   1]                       Length : 50
[2C8Eh 11406   2]                     Reserved : 0000
[2C90h 11408   4]         CPU Interface Number : 00000000
[2C94h 11412   4]                Processor UID : 0000008E
[2C98h 11416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2C9Ch 11420   4]     Parking Protocol Version : 00000000
[2CA0h 11424   4]        Performance Interrupt : 00000000
[2CA4h 11428   8]               Parked Address : 0000000000000000
[2CACh 11436   8]                 Base Address : 0000000000000000
[2CB4h 11444   8]     Virtual GIC Base Address : 0000000000000000
[2CBCh 11452   8]  Hypervisor GIC Base Address : 0000000000000000
[2CC4h 11460   4]        Virtual GIC Interrupt : 00000000
[2CC8h 11464   8]   Redistributor Base Address : 0000000000000000
[2CD0h 11472   8]                    ARM MPIDR : 000000000000080E
[2CD8h 11480   1]             Efficiency Class : 00
[2CD9h 11481   1]                     Reserved : 00
[2CDAh 11482   2]       SPE Overflow Interrupt : 0000

[2CDCh 11484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2CDDh 11485   1]                       Length : 50
[2CDEh 11486   2]                     Reserved : 0000
[2CE0h 11488   4]         CPU Interface Number : 00000000
[2CE4h 11492   4]                Processor UID : 0000008F
[2CE8h 11496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2CECh 11500   4]     Parking Protocol Version : 00000000
[2CF0h 11504   4]        Performance Interrupt : 00000000
[2CF4h 11508   8]               Parked Address : 0000000000000000
[2CFCh 11516   8]                 Base Address : 0000000000000000
[2D04h 11524   8]     Virtual GIC Base Address : 0000000000000000
[2D0Ch 11532   8]  Hypervisor GIC Base Address : 0000000000000000
[2D14h 11540   4]        Virtual GIC Interrupt : 00000000
[2D18h 11544   8]   Redistributor Base Address : 0000000000000000
[2D20h 11552   8]                    ARM MPIDR : 000000000000080F
[2D28h 11560   1]             Efficiency Class : 00
[2D29h 11561   1]                     Reserved : 00
[2D2Ah 11562   2]       SPE Overflow Interrupt : 0000

[2D2Ch 11564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2D2Dh 11565   1]                       Length : 50
[2D2Eh 11566   2]                     Reserved : 0000
[2D30h 11568   4]         CPU Interface Number : 00000000
[2D34h 11572   4]                Processor UID : 00000090
[2D38h 11576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2D3Ch 11580   4]     Parking Protocol Version : 00000000
[2D40h 11584   4]        Performance Interrupt : 00000000
[2D44h 11588   8]               Parked Address : 0000000000000000
[2D4Ch 11596   8]                 Base Address : 0000000000000000
[2D54h 11604   8]     Virtual GIC Base Address : 0000000000000000
[2D5Ch 11612   8]  Hypervisor GIC Base Address : 0000000000000000
[2D64h 11620   4]        Virtual GIC Interrupt : 00000000
[2D68h 11624   8]   Redistributor Base Address : 0000000000000000
[2D70h 11632   8]                    ARM MPIDR : 0000000000000900
[2D78h 11640   1]             Efficiency Class : 00
[2D79h 11641   1]                     Reserved : 00
[2D7Ah 11642   2]       SPE Overflow Interrupt : 0000

[2D7Ch 11644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2D7Dh 11645   1]                       Length : 50
[2D7Eh 11646   2]                     Reserved : 0000
[2D80h 11648   4]         CPU Interface Number : 00000000
[2D84h 11652   4]                Processor UID : 00000091
[2D88h 11656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2D8Ch 11660   4]     Parking Protocol Version : 00000000
[2D90h 11664   4]        Performance Interrupt : 00000000
[2D94h 11668   8]               Parked Address : 0000000000000000
[2D9Ch 11676   8]                 Base Address : 0000000000000000
[2DA4h 11684   8]     Virtual GIC Base Address : 0000000000000000
[2DACh 11692   8]  Hypervisor GIC Base Address : 0000000000000000
[2DB4h 11700   4]        Virtual GIC Interrupt : 00000000
[2DB8h 11704   8]   Redistributor Base Address : 0000000000000000
[2DC0h 11712   8]                    ARM MPIDR : 0000000000000901
[2DC8h 11720   1]             Efficiency Class : 00
[2DC9h 11721   1]                     Reserved : 00
[2DCAh 11722   2]       SPE Overflow Interrupt : 0000

[2DCCh 11724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2DCDh 11725   1]                       Length : 50
[2DCEh 11726   2]                     Reserved : 0000
[2DD0h 11728   4]         CPU Interface Number : 00000000
[2DD4h 11732   4]                Processor UID : 00000092
[2DD8h 11736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2DDCh 11740   4]     Parking Protocol Version : 00000000
[2DE0h 11744   4]        Performance Interrupt : 00000000
[2DE4h 11748   8]               Parked Address : 0000000000000000
[2DECh 11756   8]                 Base Address : 0000000000000000
[2DF4h 11764   8]     Virtual GIC Base Address : 0000000000000000
[2DFCh 11772   8]  Hypervisor GIC Base Address : 0000000000000000
[2E04h 11780   4]        Virtual GIC Interrupt : 00000000
[2E08h 11784   8]   Redistributor Base Address : 0000000000000000
[2E10h 11792   8]                    ARM MPIDR : 0000000000000902
[2E18h 11800   1]             Efficiency Class : 00
[2E19h 11801   1]                     Reserved : 00
[2E1Ah 11802   2]       SPE Overflow Interrupt : 0000

[2E1Ch 11804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2E1Dh 11805   1]                       Length : 50
[2E1Eh 11806   2]                     Reserved : 0000
[2E20h 11808   4]         CPU Interface Number : 00000000
[2E24h 11812   4]                Processor UID : 00000093
[2E28h 11816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2E2Ch 11820   4]     Parking Protocol Version : 00000000
[2E30h 11824   4]        Performance Interrupt : 00000000
[2E34h 11828   8]               Parked Address : 0000000000000000
[2E3Ch 11836   8]                 Base Address : 0000000000000000
[2E44h 11844   8]     Virtual GIC Base Address : 0000000000000000
[2E4Ch 11852   8]  Hypervisor GIC Base Address : 0000000000000000
[2E54h 11860   4]        Virtual GIC Interrupt : 00000000
[2E58h 11864   8]   Redistributor Base Address : 0000000000000000
[2E60h 11872   8]                    ARM MPIDR : 0000000000000903
[2E68h 11880   1]             Efficiency Class : 00
[2E69h 11881   1]                     Reserved : 00
[2E6Ah 11882   2]       SPE Overflow Interrupt : 0000

[2E6Ch 11884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2E6Dh 11885   1]                       Length : 50
[2E6Eh 11886   2]                     Reserved : 0000
[2E70h 11888   4]         CPU Interface Number : 00000000
[2E74h 11892   4]                Processor UID : 00000094
[2E78h 11896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2E7Ch 11900   4]     Parking Protocol Version : 00000000
[2E80h 11904   4]        Performance Interrupt : 00000000
[2E84h 11908   8]               Parked Address : 0000000000000000
[2E8Ch 11916   8]                 Base Address : 0000000000000000
[2E94h 11924   8]     Virtual GIC Base Address : 0000000000000000
[2E9Ch 11932   8]  Hypervisor GIC Base Address : 0000000000000000
[2EA4h 11940   4]        Virtual GIC Interrupt : 00000000
[2EA8h 11944   8]   Redistributor Base Address : 0000000000000000
[2EB0h 11952   8]                    ARM MPIDR : 0000000000000904
[2EB8h 11960   1]             Efficiency Class : 00
[2EB9h 11961   1]                     Reserved : 00
[2EBAh 11962   2]       SPE Overflow Interrupt : 0000

[2EBCh 11964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2EBDh 11965   1]                       Length : 50
[2EBEh 11966   2]                     Reserved : 0000
[2EC0h 11968   4]         CPU Interface Number : 00000000
[2EC4h 11972   4]                Processor UID : 00000095
[2EC8h 11976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2ECCh 11980   4]     Parking Protocol Version : 00000000
[2ED0h 11984   4]        Performance Interrupt : 00000000
[2ED4h 11988   8]               Parked Address : 0000000000000000
[2EDCh 11996   8]                 Base Address : 0000000000000000
[2EE4h 12004   8]     Virtual GIC Base Address : 0000000000000000
[2EECh 12012   8]  Hypervisor GIC Base Address : 0000000000000000
[2EF4h 12020   4]        Virtual GIC Interrupt : 00000000
[2EF8h 12024   8]   Redistributor Base Address : 0000000000000000
[2F00h 12032   8]                    ARM MPIDR : 0000000000000905
[2F08h 12040   1]             Efficiency Class : 00
[2F09h 12041   1]                     Reserved : 00
[2F0Ah 12042   2]       SPE Overflow Interrupt : 0000

[2F0Ch 12044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2F0Dh 12045   1]                       Length : 50
[2F0Eh 12046   2]                     Reserved : 0000
[2F10h 12048   4]         CPU Interface Number : 00000000
[2F14h 12052   4]                Processor UID : 00000096
[2F18h 12056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2F1Ch 12060   4]     Parking Protocol Version : 00000000
[2F20h 12064   4]        Performance Interrupt : 00000000
[2F24h 12068   8]               Parked Address : 0000000000000000
[2F2Ch 12076   8]                 Base Address : 0000000000000000
[2F34h 12084   8]     Virtual GIC Base Address : 0000000000000000
[2F3Ch 12092   8]  Hypervisor GIC Base Address : 0000000000000000
[2F44h 12100   4]        Virtual GIC Interrupt : 00000000
[2F48h 12104   8]   Redistributor Base Address : 0000000000000000
[2F50h 12112   8]                    ARM MPIDR : 0000000000000906
[2F58h 12120   1]             Efficiency Class : 00
[2F59h 12121   1]                     Reserved : 00
[2F5Ah 12122   2]       SPE Overflow Interrupt : 0000

[2F5Ch 12124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2F5Dh 12125   1]                       Length : 50
[2F5Eh 12126   2]                     Reserved : 0000
[2F60h 12128   4]         CPU Interface Number : 00000000
[2F64h 12132   4]                Processor UID : 00000097
[2F68h 12136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2F6Ch 12140   4]     Parking Protocol Version : 00000000
[2F70h 12144   4]        Performance Interrupt : 00000000
[2F74h 12148   8]               Parked Address : 0000000000000000
[2F7Ch 12156   8]                 Base Address : 0000000000000000
[2F84h 12164   8]     Virtual GIC Base Address : 0000000000000000
[2F8Ch 12172   8]  Hypervisor GIC Base Address : 0000000000000000
[2F94h 12180   4]        Virtual GIC Interrupt : 00000000
[2F98h 12184   8]   Redistributor Base Address : 0000000000000000
[2FA0h 12192   8]                    ARM MPIDR : 0000000000000907
[2FA8h 12200   1]             Efficiency Class : 00
[2FA9h 12201   1]                     Reserved : 00
[2FAAh 12202   2]       SPE Overflow Interrupt : 0000

[2FACh 12204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2FADh 12205   1]                       Length : 50
[2FAEh 12206   2]                     Reserved : 0000
[2FB0h 12208   4]         CPU Interface Number : 00000000
[2FB4h 12212   4]                Processor UID : 00000098
[2FB8h 12216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[2FBCh 12220   4]     Parking Protocol Version : 00000000
[2FC0h 12224   4]        Performance Interrupt : 00000000
[2FC4h 12228   8]               Parked Address : 0000000000000000
[2FCCh 12236   8]                 Base Address : 0000000000000000
[2FD4h 12244   8]     Virtual GIC Base Address : 0000000000000000
[2FDCh 12252   8]  Hypervisor GIC Base Address : 0000000000000000
[2FE4h 12260   4]        Virtual GIC Interrupt : 00000000
[2FE8h 12264   8]   Redistributor Base Address : 0000000000000000
[2FF0h 12272   8]                    ARM MPIDR : 0000000000000908
[2FF8h 12280   1]             Efficiency Class : 00
[2FF9h 12281   1]                     Reserved : 00
[2FFAh 12282   2]       SPE Overflow Interrupt : 0000

[2FFCh 12284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[2FFDh 12285   1]                       Length : 50
[2FFEh 12286   2]                     Reserved : 0000
[3000h 12288   4]         CPU Interface Number : 00000000
[3004h 12292   4]                Processor UID : 00000099
[3008h 12296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[300Ch 12300   4]     Parking Protocol Version : 00000000
[3010h 12304   4]        Performance Interrupt : 00000000
[3014h 12308   8]               Parked Address : 0000000000000000
[301Ch 12316   8]                 Base Address : 0000000000000000
[3024h 12324   8]     Virtual GIC Base Address : 0000000000000000
[302Ch 12332   8]  Hypervisor GIC Base Address : 0000000000000000
[3034h 12340   4]        Virtual GIC Interrupt : 00000000
[3038h 12344   8]   Redistributor Base Address : 0000000000000000
[3040h 12352   8]                    ARM MPIDR : 0000000000000909
[3048h 12360   1]             Efficiency Class : 00
[3049h 12361   1]                     Reserved : 00
[304Ah 12362   2]       SPE Overflow Interrupt : 0000

[304Ch 12364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[304Dh 12365   1]                       Length : 50
[304Eh 12366   2]                     Reserved : 0000
[3050h 12368   4]         CPU Interface Number : 00000000
[3054h 12372   4]                Processor UID : 0000009A
[3058h 12376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[305Ch 12380   4]     Parking Protocol Version : 00000000
[3060h 12384   4]        Performance Interrupt : 00000000
[3064h 12388   8]               Parked Address : 0000000000000000
[306Ch 12396   8]                 Base Address : 0000000000000000
[3074h 12404   8]     Virtual GIC Base Address : 0000000000000000
[307Ch 12412   8]  Hypervisor GIC Base Address : 0000000000000000
[3084h 12420   4]        Virtual GIC Interrupt : 00000000
[3088h 12424   8]   Redistributor Base Address : 0000000000000000
[3090h 12432   8]                    ARM MPIDR : 000000000000090A
[3098h 12440   1]             Efficiency Class : 00
[3099h 12441   1]                     Reserved : 00
[309Ah 12442   2]       SPE Overflow Interrupt : 0000

[309Ch 12444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[309Dh 12445   1]                       Length : 50
[309Eh 12446   2]                     Reserved : 0000
[30A0h 12448   4]         CPU Interface Number : 00000000
[30A4h 12452   4]                Processor UID : 0000009B
[30A8h 12456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[30ACh 12460   4]     Parking Protocol Version : 00000000
[30B0h 12464   4]        Performance Interrupt : 00000000
[30B4h 12468   8]               Parked Address : 0000000000000000
[30BCh 12476   8]                 Base Address : 0000000000000000
[30C4h 12484   8]     Virtual GIC Base Address : 0000000000000000
[30CCh 12492   8]  Hypervisor GIC Base Address : 0000000000000000
[30D4h 12500   4]        Virtual GIC Interrupt : 00000000
[30D8h 12504   8]   Redistributor Base Address : 0000000000000000
[30E0h 12512   8]                    ARM MPIDR : 000000000000090B
[30E8h 12520   1]             Efficiency Class : 00
[30E9h 12521   1]                     Reserved : 00
[30EAh 12522   2]       SPE Overflow Interrupt : 0000

[30ECh 12524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[30EDh 12525   1]                       Length : 50
[30EEh 12526   2]                     Reserved : 0000
[30F0h 12528   4]         CPU Interface Number : 00000000
[30F4h 12532   4]                Processor UID : 0000009C
[30F8h 12536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[30FCh 12540   4]     Parking Protocol Version : 00000000
[3100h 12544   4]        Performance Interrupt : 00000000
[3104h 12548   8]               Parked Address : 0000000000000000
[310Ch 12556   8]                 Base Address : 0000000000000000
[3114h 12564   8]     Virtual GIC Base Address : 0000000000000000
[311Ch 12572   8]  Hypervisor GIC Base Address : 0000000000000000
[3124h 12580   4]        Virtual GIC Interrupt : 00000000
[3128h 12584   8]   Redistributor Base Address : 0000000000000000
[3130h 12592   8]                    ARM MPIDR : 000000000000090C
[3138h 12600   1]             Efficiency Class : 00
[3139h 12601   1]                     Reserved : 00
[313Ah 12602   2]       SPE Overflow Interrupt : 0000

[313Ch 12604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[313Dh 12605   1]                       Length : 50
[313Eh 12606   2]                     Reserved : 0000
[3140h 12608   4]         CPU Interface Number : 00000000
[3144h 12612   4]                Processor UID : 0000009D
[3148h 12616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[314Ch 12620   4]     Parking Protocol Version : 00000000
[3150h 12624   4]        Performance Interrupt : 00000000
[3154h 12628   8]               Parked Address : 0000000000000000
[315Ch 12636   8]                 Base Address : 0000000000000000
[3164h 12644   8]     Virtual GIC Base Address : 0000000000000000
[316Ch 12652   8]  Hypervisor GIC Base Address : 0000000000000000
[3174h 12660   4]        Virtual GIC Interrupt : 00000000
[3178h 12664   8]   Redistributor Base Address : 0000000000000000
[3180h 12672   8]                    ARM MPIDR : 000000000000090D
[3188h 12680   1]             Efficiency Class : 00
[3189h 12681   1]                     Reserved : 00
[318Ah 12682   2]       SPE Overflow Interrupt : 0000

[318Ch 12684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[318Dh 12685   1]                       Length : 50
[318Eh 12686   2]                     Reserved : 0000
[3190h 12688   4]         CPU Interface Number : 00000000
[3194h 12692   4]                Processor UID : 0000009E
[3198h 12696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[319Ch 12700   4]     Parking Protocol Version : 00000000
[31A0h 12704   4]        Performance Interrupt : 00000000
[31A4h 12708   8]               Parked Address : 0000000000000000
[31ACh 12716   8]                 Base Address : 0000000000000000
[31B4h 12724   8]     Virtual GIC Base Address : 0000000000000000
[31BCh 12732   8]  Hypervisor GIC Base Address : 0000000000000000
[31C4h 12740   4]        Virtual GIC Interrupt : 00000000
[31C8h 12744   8]   Redistributor Base Address : 0000000000000000
[31D0h 12752   8]                    ARM MPIDR : 000000000000090E
[31D8h 12760   1]             Efficiency Class : 00
[31D9h 12761   1]                     Reserved : 00
[31DAh 12762   2]       SPE Overflow Interrupt : 0000

[31DCh 12764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[31DDh 12765   1]                       Length : 50
[31DEh 12766   2]                     Reserved : 0000
[31E0h 12768   4]         CPU Interface Number : 00000000
[31E4h 12772   4]                Processor UID : 0000009F
[31E8h 12776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[31ECh 12780   4]     Parking Protocol Version : 00000000
[31F0h 12784   4]        Performance Interrupt : 00000000
[31F4h 12788   8]               Parked Address : 0000000000000000
[31FCh 12796   8]                 Base Address : 0000000000000000
[3204h 12804   8]     Virtual GIC Base Address : 0000000000000000
[320Ch 12812   8]  Hypervisor GIC Base Address : 0000000000000000
[3214h 12820   4]        Virtual GIC Interrupt : 00000000
[3218h 12824   8]   Redistributor Base Address : 0000000000000000
[3220h 12832   8]                    ARM MPIDR : 000000000000090F
[3228h 12840   1]             Efficiency Class : 00
[3229h 12841   1]                     Reserved : 00
[322Ah 12842   2]       SPE Overflow Interrupt : 0000

[322Ch 12844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[322Dh 12845   1]                       Length : 50
[322Eh 12846   2]                     Reserved : 0000
[3230h 12848   4]         CPU Interface Number : 00000000
[3234h 12852   4]                Processor UID : 000000A0
[3238h 12856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[323Ch 12860   4]     Parking Protocol Version : 00000000
[3240h 12864   4]        Performance Interrupt : 00000000
[3244h 12868   8]               Parked Address : 0000000000000000
[324Ch 12876   8]                 Base Address : 0000000000000000
[3254h 12884   8]     Virtual GIC Base Address : 0000000000000000
[325Ch 12892   8]  Hypervisor GIC Base Address : 0000000000000000
[3264h 12900   4]        Virtual GIC Interrupt : 00000000
[3268h 12904   8]   Redistributor Base Address : 0000000000000000
[3270h 12912   8]                    ARM MPIDR : 0000000000000A00
[3278h 12920   1]             Efficiency Class : 00
[3279h 12921   1]                     Reserved : 00
[327Ah 12922   2]       SPE Overflow Interrupt : 0000

[327Ch 12924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[327Dh 12925   1]                       Length : 50
[327Eh 12926   2]                     Reserved : 0000
[3280h 12928   4]         CPU Interface Number : 00000000
[3284h 12932   4]                Processor UID : 000000A1
[3288h 12936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[328Ch 12940   4]     Parking Protocol Version : 00000000
[3290h 12944   4]        Performance Interrupt : 00000000
[3294h 12948   8]               Parked Address : 0000000000000000
[329Ch 12956   8]                 Base Address : 0000000000000000
[32A4h 12964   8]     Virtual GIC Base Address : 0000000000000000
[32ACh 12972   8]  Hypervisor GIC Base Address : 0000000000000000
[32B4h 12980   4]        Virtual GIC Interrupt : 00000000
[32B8h 12984   8]   Redistributor Base Address : 0000000000000000
[32C0h 12992   8]                    ARM MPIDR : 0000000000000A01
[32C8h 13000   1]             Efficiency Class : 00
[32C9h 13001   1]                     Reserved : 00
[32CAh 13002   2]       SPE Overflow Interrupt : 0000

[32CCh 13004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[32CDh 13005   1]                       Length : 50
[32CEh 13006   2]                     Reserved : 0000
[32D0h 13008   4]         CPU Interface Number : 00000000
[32D4h 13012   4]                Processor UID : 000000A2
[32D8h 13016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[32DCh 13020   4]     Parking Protocol Version : 00000000
[32E0h 13024   4]        Performance Interrupt : 00000000
[32E4h 13028   8]               Parked Address : 0000000000000000
[32ECh 13036   8]                 Base Address : 0000000000000000
[32F4h 13044   8]     Virtual GIC Base Address : 0000000000000000
[32FCh 13052   8]  Hypervisor GIC Base Address : 0000000000000000
[3304h 13060   4]        Virtual GIC Interrupt : 00000000
[3308h 13064   8]   Redistributor Base Address : 0000000000000000
[3310h 13072   8]                    ARM MPIDR : 0000000000000A02
[3318h 13080   1]             Efficiency Class : 00
[3319h 13081   1]                     Reserved : 00
[331Ah 13082   2]       SPE Overflow Interrupt : 0000

[331Ch 13084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[331Dh 13085   1]                       Length : 50
[331Eh 13086   2]                     Reserved : 0000
[3320h 13088   4]         CPU Interface Number : 00000000
[3324h 13092   4]                Processor UID : 000000A3
[3328h 13096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[332Ch 13100   4]     Parking Protocol Version : 00000000
[3330h 13104   4]        Performance Interrupt : 00000000
[3334h 13108   8]               Parked Address : 0000000000000000
[333Ch 13116   8]                 Base Address : 0000000000000000
[3344h 13124   8]     Virtual GIC Base Address : 0000000000000000
[334Ch 13132   8]  Hypervisor GIC Base Address : 0000000000000000
[3354h 13140   4]        Virtual GIC Interrupt : 00000000
[3358h 13144   8]   Redistributor Base Address : 0000000000000000
[3360h 13152   8]                    ARM MPIDR : 0000000000000A03
[3368h 13160   1]             Efficiency Class : 00
[3369h 13161   1]                     Reserved : 00
[336Ah 13162   2]       SPE Overflow Interrupt : 0000

[336Ch 13164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[336Dh 13165   1]                       Length : 50
[336Eh 13166   2]                     Reserved : 0000
[3370h 13168   4]         CPU Interface Number : 00000000
[3374h 13172   4]                Processor UID : 000000A4
[3378h 13176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[337Ch 13180   4]     Parking Protocol Version : 00000000
[3380h 13184   4]        Performance Interrupt : 00000000
[3384h 13188   8]               Parked Address : 0000000000000000
[338Ch 13196   8]                 Base Address : 0000000000000000
[3394h 13204   8]     Virtual GIC Base Address : 0000000000000000
[339Ch 13212   8]  Hypervisor GIC Base Address : 0000000000000000
[33A4h 13220   4]        Virtual GIC Interrupt : 00000000
[33A8h 13224   8]   Redistributor Base Address : 0000000000000000
[33B0h 13232   8]                    ARM MPIDR : 0000000000000A04
[33B8h 13240   1]             Efficiency Class : 00
[33B9h 13241   1]                     Reserved : 00
[33BAh 13242   2]       SPE Overflow Interrupt : 0000

[33BCh 13244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[33BDh 13245   1]                       Length : 50
[33BEh 13246   2]                     Reserved : 0000
[33C0h 13248   4]         CPU Interface Number : 00000000
[33C4h 13252   4]                Processor UID : 000000A5
[33C8h 13256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[33CCh 13260   4]     Parking Protocol Version : 00000000
[33D0h 13264   4]        Performance Interrupt : 00000000
[33D4h 13268   8]               Parked Address : 0000000000000000
[33DCh 13276   8]                 Base Address : 0000000000000000
[33E4h 13284   8]     Virtual GIC Base Address : 0000000000000000
[33ECh 13292   8]  Hypervisor GIC Base Address : 0000000000000000
[33F4h 13300   4]        Virtual GIC Interrupt : 00000000
[33F8h 13304   8]   Redistributor Base Address : 0000000000000000
[3400h 13312   8]                    ARM MPIDR : 0000000000000A05
[3408h 13320   1]             Efficiency Class : 00
[3409h 13321   1]                     Reserved : 00
[340Ah 13322   2]       SPE Overflow Interrupt : 0000

[340Ch 13324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[340Dh 13325   1]                       Length : 50
[340Eh 13326   2]                     Reserved : 0000
[3410h 13328   4]         CPU Interface Number : 00000000
[3414h 13332   4]                Processor UID : 000000A6
[3418h 13336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[341Ch 13340   4]     Parking Protocol Version : 00000000
[3420h 13344   4]        Performance Interrupt : 00000000
[3424h 13348   8]               Parked Address : 0000000000000000
[342Ch 13356   8]                 Base Address : 0000000000000000
[3434h 13364   8]     Virtual GIC Base Address : 0000000000000000
[343Ch 13372   8]  Hypervisor GIC Base Address : 0000000000000000
[3444h 13380   4]        Virtual GIC Interrupt : 00000000
[3448h 13384   8]   Redistributor Base Address : 0000000000000000
[3450h 13392   8]                    ARM MPIDR : 0000000000000A06
[3458h 13400   1]             Efficiency Class : 00
[3459h 13401   1]                     Reserved : 00
[345Ah 13402   2]       SPE Overflow Interrupt : 0000

[345Ch 13404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[345Dh 13405   1]                       Length : 50
[345Eh 13406   2]                     Reserved : 0000
[3460h 13408   4]         CPU Interface Number : 00000000
[3464h 13412   4]                Processor UID : 000000A7
[3468h 13416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[346Ch 13420   4]     Parking Protocol Version : 00000000
[3470h 13424   4]        Performance Interrupt : 00000000
[3474h 13428   8]               Parked Address : 0000000000000000
[347Ch 13436   8]                 Base Address : 0000000000000000
[3484h 13444   8]     Virtual GIC Base Address : 0000000000000000
[348Ch 13452   8]  Hypervisor GIC Base Address : 0000000000000000
[3494h 13460   4]        Virtual GIC Interrupt : 00000000
[3498h 13464   8]   Redistributor Base Address : 0000000000000000
[34A0h 13472   8]                    ARM MPIDR : 0000000000000A07
[34A8h 13480   1]             Efficiency Class : 00
[34A9h 13481   1]                     Reserved : 00
[34AAh 13482   2]       SPE Overflow Interrupt : 0000

[34ACh 13484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[34ADh 13485   1]                       Length : 50
[34AEh 13486   2]                     Reserved : 0000
[34B0h 13488   4]         CPU Interface Number : 00000000
[34B4h 13492   4]                Processor UID : 000000A8
[34B8h 13496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[34BCh 13500   4]     Parking Protocol Version : 00000000
[34C0h 13504   4]        Performance Interrupt : 00000000
[34C4h 13508   8]               Parked Address : 0000000000000000
[34CCh 13516   8]                 Base Address : 0000000000000000
[34D4h 13524   8]     Virtual GIC Base Address : 0000000000000000
[34DCh 13532   8]  Hypervisor GIC Base Address : 0000000000000000
[34E4h 13540   4]        Virtual GIC Interrupt : 00000000
[34E8h 13544   8]   Redistributor Base Address : 0000000000000000
[34F0h 13552   8]                    ARM MPIDR : 0000000000000A08
[34F8h 13560   1]             Efficiency Class : 00
[34F9h 13561   1]                     Reserved : 00
[34FAh 13562   2]       SPE Overflow Interrupt : 0000

[34FCh 13564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[34FDh 13565   1]                       Length : 50
[34FEh 13566   2]                     Reserved : 0000
[3500h 13568   4]         CPU Interface Number : 00000000
[3504h 13572   4]                Processor UID : 000000A9
[3508h 13576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[350Ch 13580   4]     Parking Protocol Version : 00000000
[3510h 13584   4]        Performance Interrupt : 00000000
[3514h 13588   8]               Parked Address : 0000000000000000
[351Ch 13596   8]                 Base Address : 0000000000000000
[3524h 13604   8]     Virtual GIC Base Address : 0000000000000000
[352Ch 13612   8]  Hypervisor GIC Base Address : 0000000000000000
[3534h 13620   4]        Virtual GIC Interrupt : 00000000
[3538h 13624   8]   Redistributor Base Address : 0000000000000000
[3540h 13632   8]                    ARM MPIDR : 0000000000000A09
[3548h 13640   1]             Efficiency Class : 00
[3549h 13641   1]                     Reserved : 00
[354Ah 13642   2]       SPE Overflow Interrupt : 0000

[354Ch 13644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[354Dh 13645   1]                       Length : 50
[354Eh 13646   2]                     Reserved : 0000
[3550h 13648   4]         CPU Interface Number : 00000000
[3554h 13652   4]                Processor UID : 000000AA
[3558h 13656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[355Ch 13660   4]     Parking Protocol Version : 00000000
[3560h 13664   4]        Performance Interrupt : 00000000
[3564h 13668   8]               Parked Address : 0000000000000000
[356Ch 13676   8]                 Base Address : 0000000000000000
[3574h 13684   8]     Virtual GIC Base Address : 0000000000000000
[357Ch 13692   8]  Hypervisor GIC Base Address : 0000000000000000
[3584h 13700   4]        Virtual GIC Interrupt : 00000000
[3588h 13704   8]   Redistributor Base Address : 0000000000000000
[3590h 13712   8]                    ARM MPIDR : 0000000000000A0A
[3598h 13720   1]             Efficiency Class : 00
[3599h 13721   1]                     Reserved : 00
[359Ah 13722   2]       SPE Overflow Interrupt : 0000

[359Ch 13724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[359Dh 13725   1]                       Length : 50
[359Eh 13726   2]                     Reserved : 0000
[35A0h 13728   4]         CPU Interface Number : 00000000
[35A4h 13732   4]                Processor UID : 000000AB
[35A8h 13736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[35ACh 13740   4]     Parking Protocol Version : 00000000
[35B0h 13744   4]        Performance Interrupt : 00000000
[35B4h 13748   8]               Parked Address : 0000000000000000
[35BCh 13756   8]                 Base Address : 0000000000000000
[35C4h 13764   8]     Virtual GIC Base Address : 0000000000000000
[35CCh 13772   8]  Hypervisor GIC Base Address : 0000000000000000
[35D4h 13780   4]        Virtual GIC Interrupt : 00000000
[35D8h 13784   8]   Redistributor Base Address : 0000000000000000
[35E0h 13792   8]                    ARM MPIDR : 0000000000000A0B
[35E8h 13800   1]             Efficiency Class : 00
[35E9h 13801   1]                     Reserved : 00
[35EAh 13802   2]       SPE Overflow Interrupt : 0000

[35ECh 13804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[35EDh 13805   1]                       Length : 50
[35EEh 13806   2]                     Reserved : 0000
[35F0h 13808   4]         CPU Interface Number : 00000000
[35F4h 13812   4]                Processor UID : 000000AC
[35F8h 13816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[35FCh 13820   4]     Parking Protocol Version : 00000000
[3600h 13824   4]        Performance Interrupt : 00000000
[3604h 13828   8]               Parked Address : 0000000000000000
[360Ch 13836   8]                 Base Address : 0000000000000000
[3614h 13844   8]     Virtual GIC Base Address : 0000000000000000
[361Ch 13852   8]  Hypervisor GIC Base Address : 0000000000000000
[3624h 13860   4]        Virtual GIC Interrupt : 00000000
[3628h 13864   8]   Redistributor Base Address : 0000000000000000
[3630h 13872   8]                    ARM MPIDR : 0000000000000A0C
[3638h 13880   1]             Efficiency Class : 00
[3639h 13881   1]                     Reserved : 00
[363Ah 13882   2]       SPE Overflow Interrupt : 0000

[363Ch 13884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[363Dh 13885   1]                       Length : 50
[363Eh 13886   2]                     Reserved : 0000
[3640h 13888   4]         CPU Interface Number : 00000000
[3644h 13892   4]                Processor UID : 000000AD
[3648h 13896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[364Ch 13900   4]     Parking Protocol Version : 00000000
[3650h 13904   4]        Performance Interrupt : 00000000
[3654h 13908   8]               Parked Address : 0000000000000000
[365Ch 13916   8]                 Base Address : 0000000000000000
[3664h 13924   8]     Virtual GIC Base Address : 0000000000000000
[366Ch 13932   8]  Hypervisor GIC Base Address : 0000000000000000
[3674h 13940   4]        Virtual GIC Interrupt : 00000000
[3678h 13944   8]   Redistributor Base Address : 0000000000000000
[3680h 13952   8]                    ARM MPIDR : 0000000000000A0D
[3688h 13960   1]             Efficiency Class : 00
[3689h 13961   1]                     Reserved : 00
[368Ah 13962   2]       SPE Overflow Interrupt : 0000

[368Ch 13964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[368Dh 13965   1]                       Length : 50
[368Eh 13966   2]                     Reserved : 0000
[3690h 13968   4]         CPU Interface Number : 00000000
[3694h 13972   4]                Processor UID : 000000AE
[3698h 13976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[369Ch 13980   4]     Parking Protocol Version : 00000000
[36A0h 13984   4]        Performance Interrupt : 00000000
[36A4h 13988   8]               Parked Address : 0000000000000000
[36ACh 13996   8]                 Base Address : 0000000000000000
[36B4h 14004   8]     Virtual GIC Base Address : 0000000000000000
[36BCh 14012   8]  Hypervisor GIC Base Address : 0000000000000000
[36C4h 14020   4]        Virtual GIC Interrupt : 00000000
[36C8h 14024   8]   Redistributor Base Address : 0000000000000000
[36D0h 14032   8]                    ARM MPIDR : 0000000000000A0E
[36D8h 14040   1]             Efficiency Class : 00
[36D9h 14041   1]                     Reserved : 00
[36DAh 14042   2]       SPE Overflow Interrupt : 0000

[36DCh 14044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[36DDh 14045   1]                       Length : 50
[36DEh 14046   2]                     Reserved : 0000
[36E0h 14048   4]         CPU Interface Number : 00000000
[36E4h 14052   4]                Processor UID : 000000AF
[36E8h 14056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[36ECh 14060   4]     Parking Protocol Version : 00000000
[36F0h 14064   4]        Performance Interrupt : 00000000
[36F4h 14068   8]               Parked Address : 0000000000000000
[36FCh 14076   8]                 Base Address : 0000000000000000
[3704h 14084   8]     Virtual GIC Base Address : 0000000000000000
[370Ch 14092   8]  Hypervisor GIC Base Address : 0000000000000000
[3714h 14100   4]        Virtual GIC Interrupt : 00000000
[3718h 14104   8]   Redistributor Base Address : 0000000000000000
[3720h 14112   8]                    ARM MPIDR : 0000000000000A0F
[3728h 14120   1]             Efficiency Class : 00
[3729h 14121   1]                     Reserved : 00
[372Ah 14122   2]       SPE Overflow Interrupt : 0000

[372Ch 14124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[372Dh 14125   1]                       Length : 50
[372Eh 14126   2]                     Reserved : 0000
[3730h 14128   4]         CPU Interface Number : 00000000
[3734h 14132   4]                Processor UID : 000000B0
[3738h 14136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[373Ch 14140   4]     Parking Protocol Version : 00000000
[3740h 14144   4]        Performance Interrupt : 00000000
[3744h 14148   8]               Parked Address : 0000000000000000
[374Ch 14156   8]                 Base Address : 0000000000000000
[3754h 14164   8]     Virtual GIC Base Address : 0000000000000000
[375Ch 14172   8]  Hypervisor GIC Base Address : 0000000000000000
[3764h 14180   4]        Virtual GIC Interrupt : 00000000
[3768h 14184   8]   Redistributor Base Address : 0000000000000000
[3770h 14192   8]                    ARM MPIDR : 0000000000000B00
[3778h 14200   1]             Efficiency Class : 00
[3779h 14201   1]                     Reserved : 00
[377Ah 14202   2]       SPE Overflow Interrupt : 0000

[377Ch 14204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[377Dh 14205   1]                       Length : 50
[377Eh 14206   2]                     Reserved : 0000
[3780h 14208   4]         CPU Interface Number : 00000000
[3784h 14212   4]                Processor UID : 000000B1
[3788h 14216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[378Ch 14220   4]     Parking Protocol Version : 00000000
[3790h 14224   4]        Performance Interrupt : 00000000
[3794h 14228   8]               Parked Address : 0000000000000000
[379Ch 14236   8]                 Base Address : 0000000000000000
[37A4h 14244   8]     Virtual GIC Base Address : 0000000000000000
[37ACh 14252   8]  Hypervisor GIC Base Address : 0000000000000000
[37B4h 14260   4]        Virtual GIC Interrupt : 00000000
[37B8h 14264   8]   Redistributor Base Address : 0000000000000000
[37C0h 14272   8]                    ARM MPIDR : 0000000000000B01
[37C8h 14280   1]             Efficiency Class : 00
[37C9h 14281   1]                     Reserved : 00
[37CAh 14282   2]       SPE Overflow Interrupt : 0000

[37CCh 14284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[37CDh 14285   1]                       Length : 50
[37CEh 14286   2]                     Reserved : 0000
[37D0h 14288   4]         CPU Interface Number : 00000000
[37D4h 14292   4]                Processor UID : 000000B2
[37D8h 14296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[37DCh 14300   4]     Parking Protocol Version : 00000000
[37E0h 14304   4]        Performance Interrupt : 00000000
[37E4h 14308   8]               Parked Address : 0000000000000000
[37ECh 14316   8]                 Base Address : 0000000000000000
[37F4h 14324   8]     Virtual GIC Base Address : 0000000000000000
[37FCh 14332   8]  Hypervisor GIC Base Address : 0000000000000000
[3804h 14340   4]        Virtual GIC Interrupt : 00000000
[3808h 14344   8]   Redistributor Base Address : 0000000000000000
[3810h 14352   8]                    ARM MPIDR : 0000000000000B02
[3818h 14360   1]             Efficiency Class : 00
[3819h 14361   1]                     Reserved : 00
[381Ah 14362   2]       SPE Overflow Interrupt : 0000

[381Ch 14364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[381Dh 14365   1]                       Length : 50
[381Eh 14366   2]                     Reserved : 0000
[3820h 14368   4]         CPU Interface Number : 00000000
[3824h 14372   4]                Processor UID : 000000B3
[3828h 14376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[382Ch 14380   4]     Parking Protocol Version : 00000000
[3830h 14384   4]        Performance Interrupt : 00000000
[3834h 14388   8]               Parked Address : 0000000000000000
[383Ch 14396   8]                 Base Address : 0000000000000000
[3844h 14404   8]     Virtual GIC Base Address : 0000000000000000
[384Ch 14412   8]  Hypervisor GIC Base Address : 0000000000000000
[3854h 14420   4]        Virtual GIC Interrupt : 00000000
[3858h 14424   8]   Redistributor Base Address : 0000000000000000
[3860h 14432   8]                    ARM MPIDR : 0000000000000B03
[3868h 14440   1]             Efficiency Class : 00
[3869h 14441   1]                     Reserved : 00
[386Ah 14442   2]       SPE Overflow Interrupt : 0000

[386Ch 14444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[386Dh 14445   1]                       Length : 50
[386Eh 14446   2]                     Reserved : 0000
[3870h 14448   4]         CPU Interface Number : 00000000
[3874h 14452   4]                Processor UID : 000000B4
[3878h 14456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[387Ch 14460   4]     Parking Protocol Version : 00000000
[3880h 14464   4]        Performance Interrupt : 00000000
[3884h 14468   8]               Parked Address : 0000000000000000
[388Ch 14476   8]                 Base Address : 0000000000000000
[3894h 14484   8]     Virtual GIC Base Address : 0000000000000000
[389Ch 14492   8]  Hypervisor GIC Base Address : 0000000000000000
[38A4h 14500   4]        Virtual GIC Interrupt : 00000000
[38A8h 14504   8]   Redistributor Base Address : 0000000000000000
[38B0h 14512   8]                    ARM MPIDR : 0000000000000B04
[38B8h 14520   1]             Efficiency Class : 00
[38B9h 14521   1]                     Reserved : 00
[38BAh 14522   2]       SPE Overflow Interrupt : 0000

[38BCh 14524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[38BDh 14525   1]                       Length : 50
[38BEh 14526   2]                     Reserved : 0000
[38C0h 14528   4]         CPU Interface Number : 00000000
[38C4h 14532   4]                Processor UID : 000000B5
[38C8h 14536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[38CCh 14540   4]     Parking Protocol Version : 00000000
[38D0h 14544   4]        Performance Interrupt : 00000000
[38D4h 14548   8]               Parked Address : 0000000000000000
[38DCh 14556   8]                 Base Address : 0000000000000000
[38E4h 14564   8]     Virtual GIC Base Address : 0000000000000000
[38ECh 14572   8]  Hypervisor GIC Base Address : 0000000000000000
[38F4h 14580   4]        Virtual GIC Interrupt : 00000000
[38F8h 14584   8]   Redistributor Base Address : 0000000000000000
[3900h 14592   8]                    ARM MPIDR : 0000000000000B05
[3908h 14600   1]             Efficiency Class : 00
[3909h 14601   1]                     Reserved : 00
[390Ah 14602   2]       SPE Overflow Interrupt : 0000

[390Ch 14604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[390Dh 14605   1]                       Length : 50
[390Eh 14606   2]                     Reserved : 0000
[3910h 14608   4]         CPU Interface Number : 00000000
[3914h 14612   4]                Processor UID : 000000B6
[3918h 14616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[391Ch 14620   4]     Parking Protocol Version : 00000000
[3920h 14624   4]        Performance Interrupt : 00000000
[3924h 14628   8]               Parked Address : 0000000000000000
[392Ch 14636   8]                 Base Address : 0000000000000000
[3934h 14644   8]     Virtual GIC Base Address : 0000000000000000
[393Ch 14652   8]  Hypervisor GIC Base Address : 0000000000000000
[3944h 14660   4]        Virtual GIC Interrupt : 00000000
[3948h 14664   8]   Redistributor Base Address : 0000000000000000
[3950h 14672   8]                    ARM MPIDR : 0000000000000B06
[3958h 14680   1]             Efficiency Class : 00
[3959h 14681   1]                     Reserved : 00
[395Ah 14682   2]       SPE Overflow Interrupt : 0000

[395Ch 14684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[395Dh 14685   1]                       Length : 50
[395Eh 14686   2]                     Reserved : 0000
[3960h 14688   4]         CPU Interface Number : 00000000
[3964h 14692   4]                Processor UID : 000000B7
[3968h 14696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[396Ch 14700   4]     Parking Protocol Version : 00000000
[3970h 14704   4]        Performance Interrupt : 00000000
[3974h 14708   8]               Parked Address : 0000000000000000
[397Ch 14716   8]                 Base Address : 0000000000000000
[3984h 14724   8]     Virtual GIC Base Address : 0000000000000000
[398Ch 14732   8]  Hypervisor GIC Base Address : 0000000000000000
[3994h 14740   4]        Virtual GIC Interrupt : 00000000
[3998h 14744   8]   Redistributor Base Address : 0000000000000000
[39A0h 14752   8]                    ARM MPIDR : 0000000000000B07
[39A8h 14760   1]             Efficiency Class : 00
[39A9h 14761   1]                     Reserved : 00
[39AAh 14762   2]       SPE Overflow Interrupt : 0000

[39ACh 14764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[39ADh 14765   1]                       Length : 50
[39AEh 14766   2]                     Reserved : 0000
[39B0h 14768   4]         CPU Interface Number : 00000000
[39B4h 14772   4]                Processor UID : 000000B8
[39B8h 14776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[39BCh 14780   4]     Parking Protocol Version : 00000000
[39C0h 14784   4]        Performance Interrupt : 00000000
[39C4h 14788   8]               Parked Address : 0000000000000000
[39CCh 14796   8]                 Base Address : 0000000000000000
[39D4h 14804   8]     Virtual GIC Base Address : 0000000000000000
[39DCh 14812   8]  Hypervisor GIC Base Address : 0000000000000000
[39E4h 14820   4]        Virtual GIC Interrupt : 00000000
[39E8h 14824   8]   Redistributor Base Address : 0000000000000000
[39F0h 14832   8]                    ARM MPIDR : 0000000000000B08
[39F8h 14840   1]             Efficiency Class : 00
[39F9h 14841   1]                     Reserved : 00
[39FAh 14842   2]       SPE Overflow Interrupt : 0000

[39FCh 14844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[39FDh 14845   1]                       Length : 50
[39FEh 14846   2]                     Reserved : 0000
[3A00h 14848   4]         CPU Interface Number : 00000000
[3A04h 14852   4]                Processor UID : 000000B9
[3A08h 14856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3A0Ch 14860   4]     Parking Protocol Version : 00000000
[3A10h 14864   4]        Performance Interrupt : 00000000
[3A14h 14868   8]               Parked Address : 0000000000000000
[3A1Ch 14876   8]                 Base Address : 0000000000000000
[3A24h 14884   8]     Virtual GIC Base Address : 0000000000000000
[3A2Ch 14892   8]  Hypervisor GIC Base Address : 0000000000000000
[3A34h 14900   4]        Virtual GIC Interrupt : 00000000
[3A38h 14904   8]   Redistributor Base Address : 0000000000000000
[3A40h 14912   8]                    ARM MPIDR : 0000000000000B09
[3A48h 14920   1]             Efficiency Class : 00
[3A49h 14921   1]                     Reserved : 00
[3A4Ah 14922   2]       SPE Overflow Interrupt : 0000

[3A4Ch 14924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3A4Dh 14925   1]                       Length : 50
[3A4Eh 14926   2]                     Reserved : 0000
[3A50h 14928   4]         CPU Interface Number : 00000000
[3A54h 14932   4]                Processor UID : 000000BA
[3A58h 14936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3A5Ch 14940   4]     Parking Protocol Version : 00000000
[3A60h 14944   4]        Performance Interrupt : 00000000
[3A64h 14948   8]               Parked Address : 0000000000000000
[3A6Ch 14956   8]                 Base Address : 0000000000000000
[3A74h 14964   8]     Virtual GIC Base Address : 0000000000000000
[3A7Ch 14972   8]  Hypervisor GIC Base Address : 0000000000000000
[3A84h 14980   4]        Virtual GIC Interrupt : 00000000
[3A88h 14984   8]   Redistributor Base Address : 0000000000000000
[3A90h 14992   8]                    ARM MPIDR : 0000000000000B0A
[3A98h 15000   1]             Efficiency Class : 00
[3A99h 15001   1]                     Reserved : 00
[3A9Ah 15002   2]       SPE Overflow Interrupt : 0000

[3A9Ch 15004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3A9Dh 15005   1]                       Length : 50
[3A9Eh 15006   2]                     Reserved : 0000
[3AA0h 15008   4]         CPU Interface Number : 00000000
[3AA4h 15012   4]                Processor UID : 000000BB
[3AA8h 15016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3AACh 15020   4]     Parking Protocol Version : 00000000
[3AB0h 15024   4]        Performance Interrupt : 00000000
[3AB4h 15028   8]               Parked Address : 0000000000000000
[3ABCh 15036   8]                 Base Address : 0000000000000000
[3AC4h 15044   8]     Virtual GIC Base Address : 0000000000000000
[3ACCh 15052   8]  Hypervisor GIC Base Address : 0000000000000000
[3AD4h 15060   4]        Virtual GIC Interrupt : 00000000
[3AD8h 15064   8]   Redistributor Base Address : 0000000000000000
[3AE0h 15072   8]                    ARM MPIDR : 0000000000000B0B
[3AE8h 15080   1]             Efficiency Class : 00
[3AE9h 15081   1]                     Reserved : 00
[3AEAh 15082   2]       SPE Overflow Interrupt : 0000

[3AECh 15084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3AEDh 15085   1]                       Length : 50
[3AEEh 15086   2]                     Reserved : 0000
[3AF0h 15088   4]         CPU Interface Number : 00000000
[3AF4h 15092   4]                Processor UID : 000000BC
[3AF8h 15096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3AFCh 15100   4]     Parking Protocol Version : 00000000
[3B00h 15104   4]        Performance Interrupt : 00000000
[3B04h 15108   8]               Parked Address : 0000000000000000
[3B0Ch 15116   8]                 Base Address : 0000000000000000
[3B14h 15124   8]     Virtual GIC Base Address : 0000000000000000
[3B1Ch 15132   8]  Hypervisor GIC Base Address : 0000000000000000
[3B24h 15140   4]        Virtual GIC Interrupt : 00000000
[3B28h 15144   8]   Redistributor Base Address : 0000000000000000
[3B30h 15152   8]                    ARM MPIDR : 0000000000000B0C
[3B38h 15160   1]             Efficiency Class : 00
[3B39h 15161   1]                     Reserved : 00
[3B3Ah 15162   2]       SPE Overflow Interrupt : 0000

[3B3Ch 15164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3B3Dh 15165   1]                       Length : 50
[3B3Eh 15166   2]                     Reserved : 0000
[3B40h 15168   4]         CPU Interface Number : 00000000
[3B44h 15172   4]                Processor UID : 000000BD
[3B48h 15176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3B4Ch 15180   4]     Parking Protocol Version : 00000000
[3B50h 15184   4]        Performance Interrupt : 00000000
[3B54h 15188   8]               Parked Address : 0000000000000000
[3B5Ch 15196   8]                 Base Address : 0000000000000000
[3B64h 15204   8]     Virtual GIC Base Address : 0000000000000000
[3B6Ch 15212   8]  Hypervisor GIC Base Address : 0000000000000000
[3B74h 15220   4]        Virtual GIC Interrupt : 00000000
[3B78h 15224   8]   Redistributor Base Address : 0000000000000000
[3B80h 15232   8]                    ARM MPIDR : 0000000000000B0D
[3B88h 15240   1]             Efficiency Class : 00
[3B89h 15241   1]                     Reserved : 00
[3B8Ah 15242   2]       SPE Overflow Interrupt : 0000

[3B8Ch 15244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3B8Dh 15245   1]                       Length : 50
[3B8Eh 15246   2]                     Reserved : 0000
[3B90h 15248   4]         CPU Interface Number : 00000000
[3B94h 15252   4]                Processor UID : 000000BE
[3B98h 15256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3B9Ch 15260   4]     Parking Protocol Version : 00000000
[3BA0h 15264   4]        Performance Interrupt : 00000000
[3BA4h 15268   8]               Parked Address : 0000000000000000
[3BACh 15276   8]                 Base Address : 0000000000000000
[3BB4h 15284   8]     Virtual GIC Base Address : 0000000000000000
[3BBCh 15292   8]  Hypervisor GIC Base Address : 0000000000000000
[3BC4h 15300   4]        Virtual GIC Interrupt : 00000000
[3BC8h 15304   8]   Redistributor Base Address : 0000000000000000
[3BD0h 15312   8]                    ARM MPIDR : 0000000000000B0E
[3BD8h 15320   1]             Efficiency Class : 00
[3BD9h 15321   1]                     Reserved : 00
[3BDAh 15322   2]       SPE Overflow Interrupt : 0000

[3BDCh 15324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3BDDh 15325   1]                       Length : 50
[3BDEh 15326   2]                     Reserved : 0000
[3BE0h 15328   4]         CPU Interface Number : 00000000
[3BE4h 15332   4]                Processor UID : 000000BF
[3BE8h 15336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3BECh 15340   4]     Parking Protocol Version : 00000000
[3BF0h 15344   4]        Performance Interrupt : 00000000
[3BF4h 15348   8]               Parked Address : 0000000000000000
[3BFCh 15356   8]                 Base Address : 0000000000000000
[3C04h 15364   8]     Virtual GIC Base Address : 0000000000000000
[3C0Ch 15372   8]  Hypervisor GIC Base Address : 0000000000000000
[3C14h 15380   4]        Virtual GIC Interrupt : 00000000
[3C18h 15384   8]   Redistributor Base Address : 0000000000000000
[3C20h 15392   8]                    ARM MPIDR : 0000000000000B0F
[3C28h 15400   1]             Efficiency Class : 00
[3C29h 15401   1]                     Reserved : 00
[3C2Ah 15402   2]       SPE Overflow Interrupt : 0000

[3C2Ch 15404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3C2Dh 15405   1]                       Length : 50
[3C2Eh 15406   2]                     Reserved : 0000
[3C30h 15408   4]         CPU Interface Number : 00000000
[3C34h 15412   4]                Processor UID : 000000C0
[3C38h 15416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3C3Ch 15420   4]     Parking Protocol Version : 00000000
[3C40h 15424   4]        Performance Interrupt : 00000000
[3C44h 15428   8]               Parked Address : 0000000000000000
[3C4Ch 15436   8]                 Base Address : 0000000000000000
[3C54h 15444   8]     Virtual GIC Base Address : 0000000000000000
[3C5Ch 15452   8]  Hypervisor GIC Base Address : 0000000000000000
[3C64h 15460   4]        Virtual GIC Interrupt : 00000000
[3C68h 15464   8]   Redistributor Base Address : 0000000000000000
[3C70h 15472   8]                    ARM MPIDR : 0000000000000C00
[3C78h 15480   1]             Efficiency Class : 00
[3C79h 15481   1]                     Reserved : 00
[3C7Ah 15482   2]       SPE Overflow Interrupt : 0000

[3C7Ch 15484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3C7Dh 15485   1]                       Length : 50
[3C7Eh 15486   2]                     Reserved : 0000
[3C80h 15488   4]         CPU Interface Number : 00000000
[3C84h 15492   4]                Processor UID : 000000C1
[3C88h 15496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3C8Ch 15500   4]     Parking Protocol Version : 00000000
[3C90h 15504   4]        Performance Interrupt : 00000000
[3C94h 15508   8]               Parked Address : 0000000000000000
[3C9Ch 15516   8]                 Base Address : 0000000000000000
[3CA4h 15524   8]     Virtual GIC Base Address : 0000000000000000
[3CACh 15532   8]  Hypervisor GIC Base Address : 0000000000000000
[3CB4h 15540   4]        Virtual GIC Interrupt : 00000000
[3CB8h 15544   8]   Redistributor Base Address : 0000000000000000
[3CC0h 15552   8]                    ARM MPIDR : 0000000000000C01
[3CC8h 15560   1]             Efficiency Class : 00
[3CC9h 15561   1]                     Reserved : 00
[3CCAh 15562   2]       SPE Overflow Interrupt : 0000

[3CCCh 15564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3CCDh 15565   1]                       Length : 50
[3CCEh 15566   2]                     Reserved : 0000
[3CD0h 15568   4]         CPU Interface Number : 00000000
[3CD4h 15572   4]                Processor UID : 000000C2
[3CD8h 15576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3CDCh 15580   4]     Parking Protocol Version : 00000000
[3CE0h 15584   4]        Performance Interrupt : 00000000
[3CE4h 15588   8]               Parked Address : 0000000000000000
[3CECh 15596   8]                 Base Address : 0000000000000000
[3CF4h 15604   8]     Virtual GIC Base Address : 0000000000000000
[3CFCh 15612   8]  Hypervisor GIC Base Address : 0000000000000000
[3D04h 15620   4]        Virtual GIC Interrupt : 00000000
[3D08h 15624   8]   Redistributor Base Address : 0000000000000000
[3D10h 15632   8]                    ARM MPIDR : 0000000000000C02
[3D18h 15640   1]             Efficiency Class : 00
[3D19h 15641   1]                     Reserved : 00
[3D1Ah 15642   2]       SPE Overflow Interrupt : 0000

[3D1Ch 15644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3D1Dh 15645   1]                       Length : 50
[3D1Eh 15646   2]                     Reserved : 0000
[3D20h 15648   4]         CPU Interface Number : 00000000
[3D24h 15652   4]                Processor UID : 000000C3
[3D28h 15656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3D2Ch 15660   4]     Parking Protocol Version : 00000000
[3D30h 15664   4]        Performance Interrupt : 00000000
[3D34h 15668   8]               Parked Address : 0000000000000000
[3D3Ch 15676   8]                 Base Address : 0000000000000000
[3D44h 15684   8]     Virtual GIC Base Address : 0000000000000000
[3D4Ch 15692   8]  Hypervisor GIC Base Address : 0000000000000000
[3D54h 15700   4]        Virtual GIC Interrupt : 00000000
[3D58h 15704   8]   Redistributor Base Address : 0000000000000000
[3D60h 15712   8]                    ARM MPIDR : 0000000000000C03
[3D68h 15720   1]             Efficiency Class : 00
[3D69h 15721   1]                     Reserved : 00
[3D6Ah 15722   2]       SPE Overflow Interrupt : 0000

[3D6Ch 15724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3D6Dh 15725   1]                       Length : 50
[3D6Eh 15726   2]                     Reserved : 0000
[3D70h 15728   4]         CPU Interface Number : 00000000
[3D74h 15732   4]                Processor UID : 000000C4
[3D78h 15736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3D7Ch 15740   4]     Parking Protocol Version : 00000000
[3D80h 15744   4]        Performance Interrupt : 00000000
[3D84h 15748   8]               Parked Address : 0000000000000000
[3D8Ch 15756   8]                 Base Address : 0000000000000000
[3D94h 15764   8]     Virtual GIC Base Address : 0000000000000000
[3D9Ch 15772   8]  Hypervisor GIC Base Address : 0000000000000000
[3DA4h 15780   4]        Virtual GIC Interrupt : 00000000
[3DA8h 15784   8]   Redistributor Base Address : 0000000000000000
[3DB0h 15792   8]                    ARM MPIDR : 0000000000000C04
[3DB8h 15800   1]             Efficiency Class : 00
[3DB9h 15801   1]                     Reserved : 00
[3DBAh 15802   2]       SPE Overflow Interrupt : 0000

[3DBCh 15804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3DBDh 15805   1]                       Length : 50
[3DBEh 15806   2]                     Reserved : 0000
[3DC0h 15808   4]         CPU Interface Number : 00000000
[3DC4h 15812   4]                Processor UID : 000000C5
[3DC8h 15816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3DCCh 15820   4]     Parking Protocol Version : 00000000
[3DD0h 15824   4]        Performance Interrupt : 00000000
[3DD4h 15828   8]               Parked Address : 0000000000000000
[3DDCh 15836   8]                 Base Address : 0000000000000000
[3DE4h 15844   8]     Virtual GIC Base Address : 0000000000000000
[3DECh 15852   8]  Hypervisor GIC Base Address : 0000000000000000
[3DF4h 15860   4]        Virtual GIC Interrupt : 00000000
[3DF8h 15864   8]   Redistributor Base Address : 0000000000000000
[3E00h 15872   8]                    ARM MPIDR : 0000000000000C05
[3E08h 15880   1]             Efficiency Class : 00
[3E09h 15881   1]                     Reserved : 00
[3E0Ah 15882   2]       SPE Overflow Interrupt : 0000

[3E0Ch 15884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3E0Dh 15885   1]                       Length : 50
[3E0Eh 15886   2]                     Reserved : 0000
[3E10h 15888   4]         CPU Interface Number : 00000000
[3E14h 15892   4]                Processor UID : 000000C6
[3E18h 15896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3E1Ch 15900   4]     Parking Protocol Version : 00000000
[3E20h 15904   4]        Performance Interrupt : 00000000
[3E24h 15908   8]               Parked Address : 0000000000000000
[3E2Ch 15916   8]                 Base Address : 0000000000000000
[3E34h 15924   8]     Virtual GIC Base Address : 0000000000000000
[3E3Ch 15932   8]  Hypervisor GIC Base Address : 0000000000000000
[3E44h 15940   4]        Virtual GIC Interrupt : 00000000
[3E48h 15944   8]   Redistributor Base Address : 0000000000000000
[3E50h 15952   8]                    ARM MPIDR : 0000000000000C06
[3E58h 15960   1]             Efficiency Class : 00
[3E59h 15961   1]                     Reserved : 00
[3E5Ah 15962   2]       SPE Overflow Interrupt : 0000

[3E5Ch 15964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3E5Dh 15965   1]                       Length : 50
[3E5Eh 15966   2]                     Reserved : 0000
[3E60h 15968   4]         CPU Interface Number : 00000000
[3E64h 15972   4]                Processor UID : 000000C7
[3E68h 15976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3E6Ch 15980   4]     Parking Protocol Version : 00000000
[3E70h 15984   4]        Performance Interrupt : 00000000
[3E74h 15988   8]               Parked Address : 0000000000000000
[3E7Ch 15996   8]                 Base Address : 0000000000000000
[3E84h 16004   8]     Virtual GIC Base Address : 0000000000000000
[3E8Ch 16012   8]  Hypervisor GIC Base Address : 0000000000000000
[3E94h 16020   4]        Virtual GIC Interrupt : 00000000
[3E98h 16024   8]   Redistributor Base Address : 0000000000000000
[3EA0h 16032   8]                    ARM MPIDR : 0000000000000C07
[3EA8h 16040   1]             Efficiency Class : 00
[3EA9h 16041   1]                     Reserved : 00
[3EAAh 16042   2]       SPE Overflow Interrupt : 0000

[3EACh 16044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3EADh 16045   1]                       Length : 50
[3EAEh 16046   2]                     Reserved : 0000
[3EB0h 16048   4]         CPU Interface Number : 00000000
[3EB4h 16052   4]                Processor UID : 000000C8
[3EB8h 16056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3EBCh 16060   4]     Parking Protocol Version : 00000000
[3EC0h 16064   4]        Performance Interrupt : 00000000
[3EC4h 16068   8]               Parked Address : 0000000000000000
[3ECCh 16076   8]                 Base Address : 0000000000000000
[3ED4h 16084   8]     Virtual GIC Base Address : 0000000000000000
[3EDCh 16092   8]  Hypervisor GIC Base Address : 0000000000000000
[3EE4h 16100   4]        Virtual GIC Interrupt : 00000000
[3EE8h 16104   8]   Redistributor Base Address : 0000000000000000
[3EF0h 16112   8]                    ARM MPIDR : 0000000000000C08
[3EF8h 16120   1]             Efficiency Class : 00
[3EF9h 16121   1]                     Reserved : 00
[3EFAh 16122   2]       SPE Overflow Interrupt : 0000

[3EFCh 16124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3EFDh 16125   1]                       Length : 50
[3EFEh 16126   2]                     Reserved : 0000
[3F00h 16128   4]         CPU Interface Number : 00000000
[3F04h 16132   4]                Processor UID : 000000C9
[3F08h 16136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3F0Ch 16140   4]     Parking Protocol Version : 00000000
[3F10h 16144   4]        Performance Interrupt : 00000000
[3F14h 16148   8]               Parked Address : 0000000000000000
[3F1Ch 16156   8]                 Base Address : 0000000000000000
[3F24h 16164   8]     Virtual GIC Base Address : 0000000000000000
[3F2Ch 16172   8]  Hypervisor GIC Base Address : 0000000000000000
[3F34h 16180   4]        Virtual GIC Interrupt : 00000000
[3F38h 16184   8]   Redistributor Base Address : 0000000000000000
[3F40h 16192   8]                    ARM MPIDR : 0000000000000C09
[3F48h 16200   1]             Efficiency Class : 00
[3F49h 16201   1]                     Reserved : 00
[3F4Ah 16202   2]       SPE Overflow Interrupt : 0000

[3F4Ch 16204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3F4Dh 16205   1]                       Length : 50
[3F4Eh 16206   2]                     Reserved : 0000
[3F50h 16208   4]         CPU Interface Number : 00000000
[3F54h 16212   4]                Processor UID : 000000CA
[3F58h 16216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3F5Ch 16220   4]     Parking Protocol Version : 00000000
[3F60h 16224   4]        Performance Interrupt : 00000000
[3F64h 16228   8]               Parked Address : 0000000000000000
[3F6Ch 16236   8]                 Base Address : 0000000000000000
[3F74h 16244   8]     Virtual GIC Base Address : 0000000000000000
[3F7Ch 16252   8]  Hypervisor GIC Base Address : 0000000000000000
[3F84h 16260   4]        Virtual GIC Interrupt : 00000000
[3F88h 16264   8]   Redistributor Base Address : 0000000000000000
[3F90h 16272   8]                    ARM MPIDR : 0000000000000C0A
[3F98h 16280   1]             Efficiency Class : 00
[3F99h 16281   1]                     Reserved : 00
[3F9Ah 16282   2]       SPE Overflow Interrupt : 0000

[3F9Ch 16284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3F9Dh 16285   1]                       Length : 50
[3F9Eh 16286   2]                     Reserved : 0000
[3FA0h 16288   4]         CPU Interface Number : 00000000
[3FA4h 16292   4]                Processor UID : 000000CB
[3FA8h 16296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3FACh 16300   4]     Parking Protocol Version : 00000000
[3FB0h 16304   4]        Performance Interrupt : 00000000
[3FB4h 16308   8]               Parked Address : 0000000000000000
[3FBCh 16316   8]                 Base Address : 0000000000000000
[3FC4h 16324   8]     Virtual GIC Base Address : 0000000000000000
[3FCCh 16332   8]  Hypervisor GIC Base Address : 0000000000000000
[3FD4h 16340   4]        Virtual GIC Interrupt : 00000000
[3FD8h 16344   8]   Redistributor Base Address : 0000000000000000
[3FE0h 16352   8]                    ARM MPIDR : 0000000000000C0B
[3FE8h 16360   1]             Efficiency Class : 00
[3FE9h 16361   1]                     Reserved : 00
[3FEAh 16362   2]       SPE Overflow Interrupt : 0000

[3FECh 16364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[3FEDh 16365   1]                       Length : 50
[3FEEh 16366   2]                     Reserved : 0000
[3FF0h 16368   4]         CPU Interface Number : 00000000
[3FF4h 16372   4]                Processor UID : 000000CC
[3FF8h 16376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[3FFCh 16380   4]     Parking Protocol Version : 00000000
[4000h 16384   4]        Performance Interrupt : 00000000
[4004h 16388   8]               Parked Address : 0000000000000000
[400Ch 16396   8]                 Base Address : 0000000000000000
[4014h 16404   8]     Virtual GIC Base Address : 0000000000000000
[401Ch 16412   8]  Hypervisor GIC Base Address : 0000000000000000
[4024h 16420   4]        Virtual GIC Interrupt : 00000000
[4028h 16424   8]   Redistributor Base Address : 0000000000000000
[4030h 16432   8]                    ARM MPIDR : 0000000000000C0C
[4038h 16440   1]             Efficiency Class : 00
[4039h 16441   1]                     Reserved : 00
[403Ah 16442   2]       SPE Overflow Interrupt : 0000

[403Ch 16444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[403Dh 16445   1]                       Length : 50
[403Eh 16446   2]                     Reserved : 0000
[4040h 16448   4]         CPU Interface Number : 00000000
[4044h 16452   4]                Processor UID : 000000CD
[4048h 16456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[404Ch 16460   4]     Parking Protocol Version : 00000000
[4050h 16464   4]        Performance Interrupt : 00000000
[4054h 16468   8]               Parked Address : 0000000000000000
[405Ch 16476   8]                 Base Address : 0000000000000000
[4064h 16484   8]     Virtual GIC Base Address : 0000000000000000
[406Ch 16492   8]  Hypervisor GIC Base Address : 0000000000000000
[4074h 16500   4]        Virtual GIC Interrupt : 00000000
[4078h 16504   8]   Redistributor Base Address : 0000000000000000
[4080h 16512   8]                    ARM MPIDR : 0000000000000C0D
[4088h 16520   1]             Efficiency Class : 00
[4089h 16521   1]                     Reserved : 00
[408Ah 16522   2]       SPE Overflow Interrupt : 0000

[408Ch 16524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[408Dh 16525   1]                       Length : 50
[408Eh 16526   2]                     Reserved : 0000
[4090h 16528   4]         CPU Interface Number : 00000000
[4094h 16532   4]                Processor UID : 000000CE
[4098h 16536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[409Ch 16540   4]     Parking Protocol Version : 00000000
[40A0h 16544   4]        Performance Interrupt : 00000000
[40A4h 16548   8]               Parked Address : 0000000000000000
[40ACh 16556   8]                 Base Address : 0000000000000000
[40B4h 16564   8]     Virtual GIC Base Address : 0000000000000000
[40BCh 16572   8]  Hypervisor GIC Base Address : 0000000000000000
[40C4h 16580   4]        Virtual GIC Interrupt : 00000000
[40C8h 16584   8]   Redistributor Base Address : 0000000000000000
[40D0h 16592   8]                    ARM MPIDR : 0000000000000C0E
[40D8h 16600   1]             Efficiency Class : 00
[40D9h 16601   1]                     Reserved : 00
[40DAh 16602   2]       SPE Overflow Interrupt : 0000

[40DCh 16604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[40DDh 16605   1]                       Length : 50
[40DEh 16606   2]                     Reserved : 0000
[40E0h 16608   4]         CPU Interface Number : 00000000
[40E4h 16612   4]                Processor UID : 000000CF
[40E8h 16616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[40ECh 16620   4]     Parking Protocol Version : 00000000
[40F0h 16624   4]        Performance Interrupt : 00000000
[40F4h 16628   8]               Parked Address : 0000000000000000
[40FCh 16636   8]                 Base Address : 0000000000000000
[4104h 16644   8]     Virtual GIC Base Address : 0000000000000000
[410Ch 16652   8]  Hypervisor GIC Base Address : 0000000000000000
[4114h 16660   4]        Virtual GIC Interrupt : 00000000
[4118h 16664   8]   Redistributor Base Address : 0000000000000000
[4120h 16672   8]                    ARM MPIDR : 0000000000000C0F
[4128h 16680   1]             Efficiency Class : 00
[4129h 16681   1]                     Reserved : 00
[412Ah 16682   2]       SPE Overflow Interrupt : 0000

[412Ch 16684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[412Dh 16685   1]                       Length : 50
[412Eh 16686   2]                     Reserved : 0000
[4130h 16688   4]         CPU Interface Number : 00000000
[4134h 16692   4]                Processor UID : 000000D0
[4138h 16696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[413Ch 16700   4]     Parking Protocol Version : 00000000
[4140h 16704   4]        Performance Interrupt : 00000000
[4144h 16708   8]               Parked Address : 0000000000000000
[414Ch 16716   8]                 Base Address : 0000000000000000
[4154h 16724   8]     Virtual GIC Base Address : 0000000000000000
[415Ch 16732   8]  Hypervisor GIC Base Address : 0000000000000000
[4164h 16740   4]        Virtual GIC Interrupt : 00000000
[4168h 16744   8]   Redistributor Base Address : 0000000000000000
[4170h 16752   8]                    ARM MPIDR : 0000000000000D00
[4178h 16760   1]             Efficiency Class : 00
[4179h 16761   1]                     Reserved : 00
[417Ah 16762   2]       SPE Overflow Interrupt : 0000

[417Ch 16764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[417Dh 16765   1]                       Length : 50
[417Eh 16766   2]                     Reserved : 0000
[4180h 16768   4]         CPU Interface Number : 00000000
[4184h 16772   4]                Processor UID : 000000D1
[4188h 16776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[418Ch 16780   4]     Parking Protocol Version : 00000000
[4190h 16784   4]        Performance Interrupt : 00000000
[4194h 16788   8]               Parked Address : 0000000000000000
[419Ch 16796   8]                 Base Address : 0000000000000000
[41A4h 16804   8]     Virtual GIC Base Address : 0000000000000000
[41ACh 16812   8]  Hypervisor GIC Base Address : 0000000000000000
[41B4h 16820   4]        Virtual GIC Interrupt : 00000000
[41B8h 16824   8]   Redistributor Base Address : 0000000000000000
[41C0h 16832   8]                    ARM MPIDR : 0000000000000D01
[41C8h 16840   1]             Efficiency Class : 00
[41C9h 16841   1]                     Reserved : 00
[41CAh 16842   2]       SPE Overflow Interrupt : 0000

[41CCh 16844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[41CDh 16845   1]                       Length : 50
[41CEh 16846   2]                     Reserved : 0000
[41D0h 16848   4]         CPU Interface Number : 00000000
[41D4h 16852   4]                Processor UID : 000000D2
[41D8h 16856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[41DCh 16860   4]     Parking Protocol Version : 00000000
[41E0h 16864   4]        Performance Interrupt : 00000000
[41E4h 16868   8]               Parked Address : 0000000000000000
[41ECh 16876   8]                 Base Address : 0000000000000000
[41F4h 16884   8]     Virtual GIC Base Address : 0000000000000000
[41FCh 16892   8]  Hypervisor GIC Base Address : 0000000000000000
[4204h 16900   4]        Virtual GIC Interrupt : 00000000
[4208h 16904   8]   Redistributor Base Address : 0000000000000000
[4210h 16912   8]                    ARM MPIDR : 0000000000000D02
[4218h 16920   1]             Efficiency Class : 00
[4219h 16921   1]                     Reserved : 00
[421Ah 16922   2]       SPE Overflow Interrupt : 0000

[421Ch 16924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[421Dh 16925   1]                       Length : 50
[421Eh 16926   2]                     Reserved : 0000
[4220h 16928   4]         CPU Interface Number : 00000000
[4224h 16932   4]                Processor UID : 000000D3
[4228h 16936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[422Ch 16940   4]     Parking Protocol Version : 00000000
[4230h 16944   4]        Performance Interrupt : 00000000
[4234h 16948   8]               Parked Address : 0000000000000000
[423Ch 16956   8]                 Base Address : 0000000000000000
[4244h 16964   8]     Virtual GIC Base Address : 0000000000000000
[424Ch 16972   8]  Hypervisor GIC Base Address : 0000000000000000
[4254h 16980   4]        Virtual GIC Interrupt : 00000000
[4258h 16984   8]   Redistributor Base Address : 0000000000000000
[4260h 16992   8]                    ARM MPIDR : 0000000000000D03
[4268h 17000   1]             Efficiency Class : 00
[4269h 17001   1]                     Reserved : 00
[426Ah 17002   2]       SPE Overflow Interrupt : 0000

[426Ch 17004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[426Dh 17005   1]                       Length : 50
[426Eh 17006   2]                     Reserved : 0000
[4270h 17008   4]         CPU Interface Number : 00000000
[4274h 17012   4]                Processor UID : 000000D4
[4278h 17016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[427Ch 17020   4]     Parking Protocol Version : 00000000
[4280h 17024   4]        Performance Interrupt : 00000000
[4284h 17028   8]               Parked Address : 0000000000000000
[428Ch 17036   8]                 Base Address : 0000000000000000
[4294h 17044   8]     Virtual GIC Base Address : 0000000000000000
[429Ch 17052   8]  Hypervisor GIC Base Address : 0000000000000000
[42A4h 17060   4]        Virtual GIC Interrupt : 00000000
[42A8h 17064   8]   Redistributor Base Address : 0000000000000000
[42B0h 17072   8]                    ARM MPIDR : 0000000000000D04
[42B8h 17080   1]             Efficiency Class : 00
[42B9h 17081   1]                     Reserved : 00
[42BAh 17082   2]       SPE Overflow Interrupt : 0000

[42BCh 17084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[42BDh 17085   1]                       Length : 50
[42BEh 17086   2]                     Reserved : 0000
[42C0h 17088   4]         CPU Interface Number : 00000000
[42C4h 17092   4]                Processor UID : 000000D5
[42C8h 17096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[42CCh 17100   4]     Parking Protocol Version : 00000000
[42D0h 17104   4]        Performance Interrupt : 00000000
[42D4h 17108   8]               Parked Address : 0000000000000000
[42DCh 17116   8]                 Base Address : 0000000000000000
[42E4h 17124   8]     Virtual GIC Base Address : 0000000000000000
[42ECh 17132   8]  Hypervisor GIC Base Address : 0000000000000000
[42F4h 17140   4]        Virtual GIC Interrupt : 00000000
[42F8h 17144   8]   Redistributor Base Address : 0000000000000000
[4300h 17152   8]                    ARM MPIDR : 0000000000000D05
[4308h 17160   1]             Efficiency Class : 00
[4309h 17161   1]                     Reserved : 00
[430Ah 17162   2]       SPE Overflow Interrupt : 0000

[430Ch 17164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[430Dh 17165   1]                       Length : 50
[430Eh 17166   2]                     Reserved : 0000
[4310h 17168   4]         CPU Interface Number : 00000000
[4314h 17172   4]                Processor UID : 000000D6
[4318h 17176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[431Ch 17180   4]     Parking Protocol Version : 00000000
[4320h 17184   4]        Performance Interrupt : 00000000
[4324h 17188   8]               Parked Address : 0000000000000000
[432Ch 17196   8]                 Base Address : 0000000000000000
[4334h 17204   8]     Virtual GIC Base Address : 0000000000000000
[433Ch 17212   8]  Hypervisor GIC Base Address : 0000000000000000
[4344h 17220   4]        Virtual GIC Interrupt : 00000000
[4348h 17224   8]   Redistributor Base Address : 0000000000000000
[4350h 17232   8]                    ARM MPIDR : 0000000000000D06
[4358h 17240   1]             Efficiency Class : 00
[4359h 17241   1]                     Reserved : 00
[435Ah 17242   2]       SPE Overflow Interrupt : 0000

[435Ch 17244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[435Dh 17245   1]                       Length : 50
[435Eh 17246   2]                     Reserved : 0000
[4360h 17248   4]         CPU Interface Number : 00000000
[4364h 17252   4]                Processor UID : 000000D7
[4368h 17256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[436Ch 17260   4]     Parking Protocol Version : 00000000
[4370h 17264   4]        Performance Interrupt : 00000000
[4374h 17268   8]               Parked Address : 0000000000000000
[437Ch 17276   8]                 Base Address : 0000000000000000
[4384h 17284   8]     Virtual GIC Base Address : 0000000000000000
[438Ch 17292   8]  Hypervisor GIC Base Address : 0000000000000000
[4394h 17300   4]        Virtual GIC Interrupt : 00000000
[4398h 17304   8]   Redistributor Base Address : 0000000000000000
[43A0h 17312   8]                    ARM MPIDR : 0000000000000D07
[43A8h 17320   1]             Efficiency Class : 00
[43A9h 17321   1]                     Reserved : 00
[43AAh 17322   2]       SPE Overflow Interrupt : 0000

[43ACh 17324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[43ADh 17325   1]                       Length : 50
[43AEh 17326   2]                     Reserved : 0000
[43B0h 17328   4]         CPU Interface Number : 00000000
[43B4h 17332   4]                Processor UID : 000000D8
[43B8h 17336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[43BCh 17340   4]     Parking Protocol Version : 00000000
[43C0h 17344   4]        Performance Interrupt : 00000000
[43C4h 17348   8]               Parked Address : 0000000000000000
[43CCh 17356   8]                 Base Address : 0000000000000000
[43D4h 17364   8]     Virtual GIC Base Address : 0000000000000000
[43DCh 17372   8]  Hypervisor GIC Base Address : 0000000000000000
[43E4h 17380   4]        Virtual GIC Interrupt : 00000000
[43E8h 17384   8]   Redistributor Base Address : 0000000000000000
[43F0h 17392   8]                    ARM MPIDR : 0000000000000D08
[43F8h 17400   1]             Efficiency Class : 00
[43F9h 17401   1]                     Reserved : 00
[43FAh 17402   2]       SPE Overflow Interrupt : 0000

[43FCh 17404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[43FDh 17405   1]                       Length : 50
[43FEh 17406   2]                     Reserved : 0000
[4400h 17408   4]         CPU Interface Number : 00000000
[4404h 17412   4]                Processor UID : 000000D9
[4408h 17416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[440Ch 17420   4]     Parking Protocol Version : 00000000
[4410h 17424   4]        Performance Interrupt : 00000000
[4414h 17428   8]               Parked Address : 0000000000000000
[441Ch 17436   8]                 Base Address : 0000000000000000
[4424h 17444   8]     Virtual GIC Base Address : 0000000000000000
[442Ch 17452   8]  Hypervisor GIC Base Address : 0000000000000000
[4434h 17460   4]        Virtual GIC Interrupt : 00000000
[4438h 17464   8]   Redistributor Base Address : 0000000000000000
[4440h 17472   8]                    ARM MPIDR : 0000000000000D09
[4448h 17480   1]             Efficiency Class : 00
[4449h 17481   1]                     Reserved : 00
[444Ah 17482   2]       SPE Overflow Interrupt : 0000

[444Ch 17484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[444Dh 17485   1]                       Length : 50
[444Eh 17486   2]                     Reserved : 0000
[4450h 17488   4]         CPU Interface Number : 00000000
[4454h 17492   4]                Processor UID : 000000DA
[4458h 17496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[445Ch 17500   4]     Parking Protocol Version : 00000000
[4460h 17504   4]        Performance Interrupt : 00000000
[4464h 17508   8]               Parked Address : 0000000000000000
[446Ch 17516   8]                 Base Address : 0000000000000000
[4474h 17524   8]     Virtual GIC Base Address : 0000000000000000
[447Ch 17532   8]  Hypervisor GIC Base Address : 0000000000000000
[4484h 17540   4]        Virtual GIC Interrupt : 00000000
[4488h 17544   8]   Redistributor Base Address : 0000000000000000
[4490h 17552   8]                    ARM MPIDR : 0000000000000D0A
[4498h 17560   1]             Efficiency Class : 00
[4499h 17561   1]                     Reserved : 00
[449Ah 17562   2]       SPE Overflow Interrupt : 0000

[449Ch 17564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[449Dh 17565   1]                       Length : 50
[449Eh 17566   2]                     Reserved : 0000
[44A0h 17568   4]         CPU Interface Number : 00000000
[44A4h 17572   4]                Processor UID : 000000DB
[44A8h 17576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[44ACh 17580   4]     Parking Protocol Version : 00000000
[44B0h 17584   4]        Performance Interrupt : 00000000
[44B4h 17588   8]               Parked Address : 0000000000000000
[44BCh 17596   8]                 Base Address : 0000000000000000
[44C4h 17604   8]     Virtual GIC Base Address : 0000000000000000
[44CCh 17612   8]  Hypervisor GIC Base Address : 0000000000000000
[44D4h 17620   4]        Virtual GIC Interrupt : 00000000
[44D8h 17624   8]   Redistributor Base Address : 0000000000000000
[44E0h 17632   8]                    ARM MPIDR : 0000000000000D0B
[44E8h 17640   1]             Efficiency Class : 00
[44E9h 17641   1]                     Reserved : 00
[44EAh 17642   2]       SPE Overflow Interrupt : 0000

[44ECh 17644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[44EDh 17645   1]                       Length : 50
[44EEh 17646   2]                     Reserved : 0000
[44F0h 17648   4]         CPU Interface Number : 00000000
[44F4h 17652   4]                Processor UID : 000000DC
[44F8h 17656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[44FCh 17660   4]     Parking Protocol Version : 00000000
[4500h 17664   4]        Performance Interrupt : 00000000
[4504h 17668   8]               Parked Address : 0000000000000000
[450Ch 17676   8]                 Base Address : 0000000000000000
[4514h 17684   8]     Virtual GIC Base Address : 0000000000000000
[451Ch 17692   8]  Hypervisor GIC Base Address : 0000000000000000
[4524h 17700   4]        Virtual GIC Interrupt : 00000000
[4528h 17704   8]   Redistributor Base Address : 0000000000000000
[4530h 17712   8]                    ARM MPIDR : 0000000000000D0C
[4538h 17720   1]             Efficiency Class : 00
[4539h 17721   1]                     Reserved : 00
[453Ah 17722   2]       SPE Overflow Interrupt : 0000

[453Ch 17724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[453Dh 17725   1]                       Length : 50
[453Eh 17726   2]                     Reserved : 0000
[4540h 17728   4]         CPU Interface Number : 00000000
[4544h 17732   4]                Processor UID : 000000DD
[4548h 17736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[454Ch 17740   4]     Parking Protocol Version : 00000000
[4550h 17744   4]        Performance Interrupt : 00000000
[4554h 17748   8]               Parked Address : 0000000000000000
[455Ch 17756   8]                 Base Address : 0000000000000000
[4564h 17764   8]     Virtual GIC Base Address : 0000000000000000
[456Ch 17772   8]  Hypervisor GIC Base Address : 0000000000000000
[4574h 17780   4]        Virtual GIC Interrupt : 00000000
[4578h 17784   8]   Redistributor Base Address : 0000000000000000
[4580h 17792   8]                    ARM MPIDR : 0000000000000D0D
[4588h 17800   1]             Efficiency Class : 00
[4589h 17801   1]                     Reserved : 00
[458Ah 17802   2]       SPE Overflow Interrupt : 0000

[458Ch 17804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[458Dh 17805   1]                       Length : 50
[458Eh 17806   2]                     Reserved : 0000
[4590h 17808   4]         CPU Interface Number : 00000000
[4594h 17812   4]                Processor UID : 000000DE
[4598h 17816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[459Ch 17820   4]     Parking Protocol Version : 00000000
[45A0h 17824   4]        Performance Interrupt : 00000000
[45A4h 17828   8]               Parked Address : 0000000000000000
[45ACh 17836   8]                 Base Address : 0000000000000000
[45B4h 17844   8]     Virtual GIC Base Address : 0000000000000000
[45BCh 17852   8]  Hypervisor GIC Base Address : 0000000000000000
[45C4h 17860   4]        Virtual GIC Interrupt : 00000000
[45C8h 17864   8]   Redistributor Base Address : 0000000000000000
[45D0h 17872   8]                    ARM MPIDR : 0000000000000D0E
[45D8h 17880   1]             Efficiency Class : 00
[45D9h 17881   1]                     Reserved : 00
[45DAh 17882   2]       SPE Overflow Interrupt : 0000

[45DCh 17884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[45DDh 17885   1]                       Length : 50
[45DEh 17886   2]                     Reserved : 0000
[45E0h 17888   4]         CPU Interface Number : 00000000
[45E4h 17892   4]                Processor UID : 000000DF
[45E8h 17896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[45ECh 17900   4]     Parking Protocol Version : 00000000
[45F0h 17904   4]        Performance Interrupt : 00000000
[45F4h 17908   8]               Parked Address : 0000000000000000
[45FCh 17916   8]                 Base Address : 0000000000000000
[4604h 17924   8]     Virtual GIC Base Address : 0000000000000000
[460Ch 17932   8]  Hypervisor GIC Base Address : 0000000000000000
[4614h 17940   4]        Virtual GIC Interrupt : 00000000
[4618h 17944   8]   Redistributor Base Address : 0000000000000000
[4620h 17952   8]                    ARM MPIDR : 0000000000000D0F
[4628h 17960   1]             Efficiency Class : 00
[4629h 17961   1]                     Reserved : 00
[462Ah 17962   2]       SPE Overflow Interrupt : 0000

[462Ch 17964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[462Dh 17965   1]                       Length : 50
[462Eh 17966   2]                     Reserved : 0000
[4630h 17968   4]         CPU Interface Number : 00000000
[4634h 17972   4]                Processor UID : 000000E0
[4638h 17976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[463Ch 17980   4]     Parking Protocol Version : 00000000
[4640h 17984   4]        Performance Interrupt : 00000000
[4644h 17988   8]               Parked Address : 0000000000000000
[464Ch 17996   8]                 Base Address : 0000000000000000
[4654h 18004   8]     Virtual GIC Base Address : 0000000000000000
[465Ch 18012   8]  Hypervisor GIC Base Address : 0000000000000000
[4664h 18020   4]        Virtual GIC Interrupt : 00000000
[4668h 18024   8]   Redistributor Base Address : 0000000000000000
[4670h 18032   8]                    ARM MPIDR : 0000000000000E00
[4678h 18040   1]             Efficiency Class : 00
[4679h 18041   1]                     Reserved : 00
[467Ah 18042   2]       SPE Overflow Interrupt : 0000

[467Ch 18044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[467Dh 18045   1]                       Length : 50
[467Eh 18046   2]                     Reserved : 0000
[4680h 18048   4]         CPU Interface Number : 00000000
[4684h 18052   4]                Processor UID : 000000E1
[4688h 18056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[468Ch 18060   4]     Parking Protocol Version : 00000000
[4690h 18064   4]        Performance Interrupt : 00000000
[4694h 18068   8]               Parked Address : 0000000000000000
[469Ch 18076   8]                 Base Address : 0000000000000000
[46A4h 18084   8]     Virtual GIC Base Address : 0000000000000000
[46ACh 18092   8]  Hypervisor GIC Base Address : 0000000000000000
[46B4h 18100   4]        Virtual GIC Interrupt : 00000000
[46B8h 18104   8]   Redistributor Base Address : 0000000000000000
[46C0h 18112   8]                    ARM MPIDR : 0000000000000E01
[46C8h 18120   1]             Efficiency Class : 00
[46C9h 18121   1]                     Reserved : 00
[46CAh 18122   2]       SPE Overflow Interrupt : 0000

[46CCh 18124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[46CDh 18125   1]                       Length : 50
[46CEh 18126   2]                     Reserved : 0000
[46D0h 18128   4]         CPU Interface Number : 00000000
[46D4h 18132   4]                Processor UID : 000000E2
[46D8h 18136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[46DCh 18140   4]     Parking Protocol Version : 00000000
[46E0h 18144   4]        Performance Interrupt : 00000000
[46E4h 18148   8]               Parked Address : 0000000000000000
[46ECh 18156   8]                 Base Address : 0000000000000000
[46F4h 18164   8]     Virtual GIC Base Address : 0000000000000000
[46FCh 18172   8]  Hypervisor GIC Base Address : 0000000000000000
[4704h 18180   4]        Virtual GIC Interrupt : 00000000
[4708h 18184   8]   Redistributor Base Address : 0000000000000000
[4710h 18192   8]                    ARM MPIDR : 0000000000000E02
[4718h 18200   1]             Efficiency Class : 00
[4719h 18201   1]                     Reserved : 00
[471Ah 18202   2]       SPE Overflow Interrupt : 0000

[471Ch 18204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[471Dh 18205   1]                       Length : 50
[471Eh 18206   2]                     Reserved : 0000
[4720h 18208   4]         CPU Interface Number : 00000000
[4724h 18212   4]                Processor UID : 000000E3
[4728h 18216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[472Ch 18220   4]     Parking Protocol Version : 00000000
[4730h 18224   4]        Performance Interrupt : 00000000
[4734h 18228   8]               Parked Address : 0000000000000000
[473Ch 18236   8]                 Base Address : 0000000000000000
[4744h 18244   8]     Virtual GIC Base Address : 0000000000000000
[474Ch 18252   8]  Hypervisor GIC Base Address : 0000000000000000
[4754h 18260   4]        Virtual GIC Interrupt : 00000000
[4758h 18264   8]   Redistributor Base Address : 0000000000000000
[4760h 18272   8]                    ARM MPIDR : 0000000000000E03
[4768h 18280   1]             Efficiency Class : 00
[4769h 18281   1]                     Reserved : 00
[476Ah 18282   2]       SPE Overflow Interrupt : 0000

[476Ch 18284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[476Dh 18285   1]                       Length : 50
[476Eh 18286   2]                     Reserved : 0000
[4770h 18288   4]         CPU Interface Number : 00000000
[4774h 18292   4]                Processor UID : 000000E4
[4778h 18296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[477Ch 18300   4]     Parking Protocol Version : 00000000
[4780h 18304   4]        Performance Interrupt : 00000000
[4784h 18308   8]               Parked Address : 0000000000000000
[478Ch 18316   8]                 Base Address : 0000000000000000
[4794h 18324   8]     Virtual GIC Base Address : 0000000000000000
[479Ch 18332   8]  Hypervisor GIC Base Address : 0000000000000000
[47A4h 18340   4]        Virtual GIC Interrupt : 00000000
[47A8h 18344   8]   Redistributor Base Address : 0000000000000000
[47B0h 18352   8]                    ARM MPIDR : 0000000000000E04
[47B8h 18360   1]             Efficiency Class : 00
[47B9h 18361   1]                     Reserved : 00
[47BAh 18362   2]       SPE Overflow Interrupt : 0000

[47BCh 18364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[47BDh 18365   1]                       Length : 50
[47BEh 18366   2]                     Reserved : 0000
[47C0h 18368   4]         CPU Interface Number : 00000000
[47C4h 18372   4]                Processor UID : 000000E5
[47C8h 18376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[47CCh 18380   4]     Parking Protocol Version : 00000000
[47D0h 18384   4]        Performance Interrupt : 00000000
[47D4h 18388   8]               Parked Address : 0000000000000000
[47DCh 18396   8]                 Base Address : 0000000000000000
[47E4h 18404   8]     Virtual GIC Base Address : 0000000000000000
[47ECh 18412   8]  Hypervisor GIC Base Address : 0000000000000000
[47F4h 18420   4]        Virtual GIC Interrupt : 00000000
[47F8h 18424   8]   Redistributor Base Address : 0000000000000000
[4800h 18432   8]                    ARM MPIDR : 0000000000000E05
[4808h 18440   1]             Efficiency Class : 00
[4809h 18441   1]                     Reserved : 00
[480Ah 18442   2]       SPE Overflow Interrupt : 0000

[480Ch 18444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[480Dh 18445   1]                       Length : 50
[480Eh 18446   2]                     Reserved : 0000
[4810h 18448   4]         CPU Interface Number : 00000000
[4814h 18452   4]                Processor UID : 000000E6
[4818h 18456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[481Ch 18460   4]     Parking Protocol Version : 00000000
[4820h 18464   4]        Performance Interrupt : 00000000
[4824h 18468   8]               Parked Address : 0000000000000000
[482Ch 18476   8]                 Base Address : 0000000000000000
[4834h 18484   8]     Virtual GIC Base Address : 0000000000000000
[483Ch 18492   8]  Hypervisor GIC Base Address : 0000000000000000
[4844h 18500   4]        Virtual GIC Interrupt : 00000000
[4848h 18504   8]   Redistributor Base Address : 0000000000000000
[4850h 18512   8]                    ARM MPIDR : 0000000000000E06
[4858h 18520   1]             Efficiency Class : 00
[4859h 18521   1]                     Reserved : 00
[485Ah 18522   2]       SPE Overflow Interrupt : 0000

[485Ch 18524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[485Dh 18525   1]                       Length : 50
[485Eh 18526   2]                     Reserved : 0000
[4860h 18528   4]         CPU Interface Number : 00000000
[4864h 18532   4]                Processor UID : 000000E7
[4868h 18536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[486Ch 18540   4]     Parking Protocol Version : 00000000
[4870h 18544   4]        Performance Interrupt : 00000000
[4874h 18548   8]               Parked Address : 0000000000000000
[487Ch 18556   8]                 Base Address : 0000000000000000
[4884h 18564   8]     Virtual GIC Base Address : 0000000000000000
[488Ch 18572   8]  Hypervisor GIC Base Address : 0000000000000000
[4894h 18580   4]        Virtual GIC Interrupt : 00000000
[4898h 18584   8]   Redistributor Base Address : 0000000000000000
[48A0h 18592   8]                    ARM MPIDR : 0000000000000E07
[48A8h 18600   1]             Efficiency Class : 00
[48A9h 18601   1]                     Reserved : 00
[48AAh 18602   2]       SPE Overflow Interrupt : 0000

[48ACh 18604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[48ADh 18605   1]                       Length : 50
[48AEh 18606   2]                     Reserved : 0000
[48B0h 18608   4]         CPU Interface Number : 00000000
[48B4h 18612   4]                Processor UID : 000000E8
[48B8h 18616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[48BCh 18620   4]     Parking Protocol Version : 00000000
[48C0h 18624   4]        Performance Interrupt : 00000000
[48C4h 18628   8]               Parked Address : 0000000000000000
[48CCh 18636   8]                 Base Address : 0000000000000000
[48D4h 18644   8]     Virtual GIC Base Address : 0000000000000000
[48DCh 18652   8]  Hypervisor GIC Base Address : 0000000000000000
[48E4h 18660   4]        Virtual GIC Interrupt : 00000000
[48E8h 18664   8]   Redistributor Base Address : 0000000000000000
[48F0h 18672   8]                    ARM MPIDR : 0000000000000E08
[48F8h 18680   1]             Efficiency Class : 00
[48F9h 18681   1]                     Reserved : 00
[48FAh 18682   2]       SPE Overflow Interrupt : 0000

[48FCh 18684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[48FDh 18685   1]                       Length : 50
[48FEh 18686   2]                     Reserved : 0000
[4900h 18688   4]         CPU Interface Number : 00000000
[4904h 18692   4]                Processor UID : 000000E9
[4908h 18696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[490Ch 18700   4]     Parking Protocol Version : 00000000
[4910h 18704   4]        Performance Interrupt : 00000000
[4914h 18708   8]               Parked Address : 0000000000000000
[491Ch 18716   8]                 Base Address : 0000000000000000
[4924h 18724   8]     Virtual GIC Base Address : 0000000000000000
[492Ch 18732   8]  Hypervisor GIC Base Address : 0000000000000000
[4934h 18740   4]        Virtual GIC Interrupt : 00000000
[4938h 18744   8]   Redistributor Base Address : 0000000000000000
[4940h 18752   8]                    ARM MPIDR : 0000000000000E09
[4948h 18760   1]             Efficiency Class : 00
[4949h 18761   1]                     Reserved : 00
[494Ah 18762   2]       SPE Overflow Interrupt : 0000

[494Ch 18764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[494Dh 18765   1]                       Length : 50
[494Eh 18766   2]                     Reserved : 0000
[4950h 18768   4]         CPU Interface Number : 00000000
[4954h 18772   4]                Processor UID : 000000EA
[4958h 18776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[495Ch 18780   4]     Parking Protocol Version : 00000000
[4960h 18784   4]        Performance Interrupt : 00000000
[4964h 18788   8]               Parked Address : 0000000000000000
[496Ch 18796   8]                 Base Address : 0000000000000000
[4974h 18804   8]     Virtual GIC Base Address : 0000000000000000
[497Ch 18812   8]  Hypervisor GIC Base Address : 0000000000000000
[4984h 18820   4]        Virtual GIC Interrupt : 00000000
[4988h 18824   8]   Redistributor Base Address : 0000000000000000
[4990h 18832   8]                    ARM MPIDR : 0000000000000E0A
[4998h 18840   1]             Efficiency Class : 00
[4999h 18841   1]                     Reserved : 00
[499Ah 18842   2]       SPE Overflow Interrupt : 0000

[499Ch 18844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[499Dh 18845   1]                       Length : 50
[499Eh 18846   2]                     Reserved : 0000
[49A0h 18848   4]         CPU Interface Number : 00000000
[49A4h 18852   4]                Processor UID : 000000EB
[49A8h 18856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[49ACh 18860   4]     Parking Protocol Version : 00000000
[49B0h 18864   4]        Performance Interrupt : 00000000
[49B4h 18868   8]               Parked Address : 0000000000000000
[49BCh 18876   8]                 Base Address : 0000000000000000
[49C4h 18884   8]     Virtual GIC Base Address : 0000000000000000
[49CCh 18892   8]  Hypervisor GIC Base Address : 0000000000000000
[49D4h 18900   4]        Virtual GIC Interrupt : 00000000
[49D8h 18904   8]   Redistributor Base Address : 0000000000000000
[49E0h 18912   8]                    ARM MPIDR : 0000000000000E0B
[49E8h 18920   1]             Efficiency Class : 00
[49E9h 18921   1]                     Reserved : 00
[49EAh 18922   2]       SPE Overflow Interrupt : 0000

[49ECh 18924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[49EDh 18925   1]                       Length : 50
[49EEh 18926   2]                     Reserved : 0000
[49F0h 18928   4]         CPU Interface Number : 00000000
[49F4h 18932   4]                Processor UID : 000000EC
[49F8h 18936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[49FCh 18940   4]     Parking Protocol Version : 00000000
[4A00h 18944   4]        Performance Interrupt : 00000000
[4A04h 18948   8]               Parked Address : 0000000000000000
[4A0Ch 18956   8]                 Base Address : 0000000000000000
[4A14h 18964   8]     Virtual GIC Base Address : 0000000000000000
[4A1Ch 18972   8]  Hypervisor GIC Base Address : 0000000000000000
[4A24h 18980   4]        Virtual GIC Interrupt : 00000000
[4A28h 18984   8]   Redistributor Base Address : 0000000000000000
[4A30h 18992   8]                    ARM MPIDR : 0000000000000E0C
[4A38h 19000   1]             Efficiency Class : 00
[4A39h 19001   1]                     Reserved : 00
[4A3Ah 19002   2]       SPE Overflow Interrupt : 0000

[4A3Ch 19004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4A3Dh 19005   1]                       Length : 50
[4A3Eh 19006   2]                     Reserved : 0000
[4A40h 19008   4]         CPU Interface Number : 00000000
[4A44h 19012   4]                Processor UID : 000000ED
[4A48h 19016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4A4Ch 19020   4]     Parking Protocol Version : 00000000
[4A50h 19024   4]        Performance Interrupt : 00000000
[4A54h 19028   8]               Parked Address : 0000000000000000
[4A5Ch 19036   8]                 Base Address : 0000000000000000
[4A64h 19044   8]     Virtual GIC Base Address : 0000000000000000
[4A6Ch 19052   8]  Hypervisor GIC Base Address : 0000000000000000
[4A74h 19060   4]        Virtual GIC Interrupt : 00000000
[4A78h 19064   8]   Redistributor Base Address : 0000000000000000
[4A80h 19072   8]                    ARM MPIDR : 0000000000000E0D
[4A88h 19080   1]             Efficiency Class : 00
[4A89h 19081   1]                     Reserved : 00
[4A8Ah 19082   2]       SPE Overflow Interrupt : 0000

[4A8Ch 19084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4A8Dh 19085   1]                       Length : 50
[4A8Eh 19086   2]                     Reserved : 0000
[4A90h 19088   4]         CPU Interface Number : 00000000
[4A94h 19092   4]                Processor UID : 000000EE
[4A98h 19096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4A9Ch 19100   4]     Parking Protocol Version : 00000000
[4AA0h 19104   4]        Performance Interrupt : 00000000
[4AA4h 19108   8]               Parked Address : 0000000000000000
[4AACh 19116   8]                 Base Address : 0000000000000000
[4AB4h 19124   8]     Virtual GIC Base Address : 0000000000000000
[4ABCh 19132   8]  Hypervisor GIC Base Address : 0000000000000000
[4AC4h 19140   4]        Virtual GIC Interrupt : 00000000
[4AC8h 19144   8]   Redistributor Base Address : 0000000000000000
[4AD0h 19152   8]                    ARM MPIDR : 0000000000000E0E
[4AD8h 19160   1]             Efficiency Class : 00
[4AD9h 19161   1]                     Reserved : 00
[4ADAh 19162   2]       SPE Overflow Interrupt : 0000

[4ADCh 19164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4ADDh 19165   1]                       Length : 50
[4ADEh 19166   2]                     Reserved : 0000
[4AE0h 19168   4]         CPU Interface Number : 00000000
[4AE4h 19172   4]                Processor UID : 000000EF
[4AE8h 19176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4AECh 19180   4]     Parking Protocol Version : 00000000
[4AF0h 19184   4]        Performance Interrupt : 00000000
[4AF4h 19188   8]               Parked Address : 0000000000000000
[4AFCh 19196   8]                 Base Address : 0000000000000000
[4B04h 19204   8]     Virtual GIC Base Address : 0000000000000000
[4B0Ch 19212   8]  Hypervisor GIC Base Address : 0000000000000000
[4B14h 19220   4]        Virtual GIC Interrupt : 00000000
[4B18h 19224   8]   Redistributor Base Address : 0000000000000000
[4B20h 19232   8]                    ARM MPIDR : 0000000000000E0F
[4B28h 19240   1]             Efficiency Class : 00
[4B29h 19241   1]                     Reserved : 00
[4B2Ah 19242   2]       SPE Overflow Interrupt : 0000

[4B2Ch 19244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4B2Dh 19245   1]                       Length : 50
[4B2Eh 19246   2]                     Reserved : 0000
[4B30h 19248   4]         CPU Interface Number : 00000000
[4B34h 19252   4]                Processor UID : 000000F0
[4B38h 19256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4B3Ch 19260   4]     Parking Protocol Version : 00000000
[4B40h 19264   4]        Performance Interrupt : 00000000
[4B44h 19268   8]               Parked Address : 0000000000000000
[4B4Ch 19276   8]                 Base Address : 0000000000000000
[4B54h 19284   8]     Virtual GIC Base Address : 0000000000000000
[4B5Ch 19292   8]  Hypervisor GIC Base Address : 0000000000000000
[4B64h 19300   4]        Virtual GIC Interrupt : 00000000
[4B68h 19304   8]   Redistributor Base Address : 0000000000000000
[4B70h 19312   8]                    ARM MPIDR : 0000000000000F00
[4B78h 19320   1]             Efficiency Class : 00
[4B79h 19321   1]                     Reserved : 00
[4B7Ah 19322   2]       SPE Overflow Interrupt : 0000

[4B7Ch 19324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4B7Dh 19325   1]                       Length : 50
[4B7Eh 19326   2]                     Reserved : 0000
[4B80h 19328   4]         CPU Interface Number : 00000000
[4B84h 19332   4]                Processor UID : 000000F1
[4B88h 19336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4B8Ch 19340   4]     Parking Protocol Version : 00000000
[4B90h 19344   4]        Performance Interrupt : 00000000
[4B94h 19348   8]               Parked Address : 0000000000000000
[4B9Ch 19356   8]                 Base Address : 0000000000000000
[4BA4h 19364   8]     Virtual GIC Base Address : 0000000000000000
[4BACh 19372   8]  Hypervisor GIC Base Address : 0000000000000000
[4BB4h 19380   4]        Virtual GIC Interrupt : 00000000
[4BB8h 19384   8]   Redistributor Base Address : 0000000000000000
[4BC0h 19392   8]                    ARM MPIDR : 0000000000000F01
[4BC8h 19400   1]             Efficiency Class : 00
[4BC9h 19401   1]                     Reserved : 00
[4BCAh 19402   2]       SPE Overflow Interrupt : 0000

[4BCCh 19404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4BCDh 19405   1]                       Length : 50
[4BCEh 19406   2]                     Reserved : 0000
[4BD0h 19408   4]         CPU Interface Number : 00000000
[4BD4h 19412   4]                Processor UID : 000000F2
[4BD8h 19416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4BDCh 19420   4]     Parking Protocol Version : 00000000
[4BE0h 19424   4]        Performance Interrupt : 00000000
[4BE4h 19428   8]               Parked Address : 0000000000000000
[4BECh 19436   8]                 Base Address : 0000000000000000
[4BF4h 19444   8]     Virtual GIC Base Address : 0000000000000000
[4BFCh 19452   8]  Hypervisor GIC Base Address : 0000000000000000
[4C04h 19460   4]        Virtual GIC Interrupt : 00000000
[4C08h 19464   8]   Redistributor Base Address : 0000000000000000
[4C10h 19472   8]                    ARM MPIDR : 0000000000000F02
[4C18h 19480   1]             Efficiency Class : 00
[4C19h 19481   1]                     Reserved : 00
[4C1Ah 19482   2]       SPE Overflow Interrupt : 0000

[4C1Ch 19484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4C1Dh 19485   1]                       Length : 50
[4C1Eh 19486   2]                     Reserved : 0000
[4C20h 19488   4]         CPU Interface Number : 00000000
[4C24h 19492   4]                Processor UID : 000000F3
[4C28h 19496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4C2Ch 19500   4]     Parking Protocol Version : 00000000
[4C30h 19504   4]        Performance Interrupt : 00000000
[4C34h 19508   8]               Parked Address : 0000000000000000
[4C3Ch 19516   8]                 Base Address : 0000000000000000
[4C44h 19524   8]     Virtual GIC Base Address : 0000000000000000
[4C4Ch 19532   8]  Hypervisor GIC Base Address : 0000000000000000
[4C54h 19540   4]        Virtual GIC Interrupt : 00000000
[4C58h 19544   8]   Redistributor Base Address : 0000000000000000
[4C60h 19552   8]                    ARM MPIDR : 0000000000000F03
[4C68h 19560   1]             Efficiency Class : 00
[4C69h 19561   1]                     Reserved : 00
[4C6Ah 19562   2]       SPE Overflow Interrupt : 0000

[4C6Ch 19564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4C6Dh 19565   1]                       Length : 50
[4C6Eh 19566   2]                     Reserved : 0000
[4C70h 19568   4]         CPU Interface Number : 00000000
[4C74h 19572   4]                Processor UID : 000000F4
[4C78h 19576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4C7Ch 19580   4]     Parking Protocol Version : 00000000
[4C80h 19584   4]        Performance Interrupt : 00000000
[4C84h 19588   8]               Parked Address : 0000000000000000
[4C8Ch 19596   8]                 Base Address : 0000000000000000
[4C94h 19604   8]     Virtual GIC Base Address : 0000000000000000
[4C9Ch 19612   8]  Hypervisor GIC Base Address : 0000000000000000
[4CA4h 19620   4]        Virtual GIC Interrupt : 00000000
[4CA8h 19624   8]   Redistributor Base Address : 0000000000000000
[4CB0h 19632   8]                    ARM MPIDR : 0000000000000F04
[4CB8h 19640   1]             Efficiency Class : 00
[4CB9h 19641   1]                     Reserved : 00
[4CBAh 19642   2]       SPE Overflow Interrupt : 0000

[4CBCh 19644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4CBDh 19645   1]                       Length : 50
[4CBEh 19646   2]                     Reserved : 0000
[4CC0h 19648   4]         CPU Interface Number : 00000000
[4CC4h 19652   4]                Processor UID : 000000F5
[4CC8h 19656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4CCCh 19660   4]     Parking Protocol Version : 00000000
[4CD0h 19664   4]        Performance Interrupt : 00000000
[4CD4h 19668   8]               Parked Address : 0000000000000000
[4CDCh 19676   8]                 Base Address : 0000000000000000
[4CE4h 19684   8]     Virtual GIC Base Address : 0000000000000000
[4CECh 19692   8]  Hypervisor GIC Base Address : 0000000000000000
[4CF4h 19700   4]        Virtual GIC Interrupt : 00000000
[4CF8h 19704   8]   Redistributor Base Address : 0000000000000000
[4D00h 19712   8]                    ARM MPIDR : 0000000000000F05
[4D08h 19720   1]             Efficiency Class : 00
[4D09h 19721   1]                     Reserved : 00
[4D0Ah 19722   2]       SPE Overflow Interrupt : 0000

[4D0Ch 19724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4D0Dh 19725   1]                       Length : 50
[4D0Eh 19726   2]                     Reserved : 0000
[4D10h 19728   4]         CPU Interface Number : 00000000
[4D14h 19732   4]                Processor UID : 000000F6
[4D18h 19736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4D1Ch 19740   4]     Parking Protocol Version : 00000000
[4D20h 19744   4]        Performance Interrupt : 00000000
[4D24h 19748   8]               Parked Address : 0000000000000000
[4D2Ch 19756   8]                 Base Address : 0000000000000000
[4D34h 19764   8]     Virtual GIC Base Address : 0000000000000000
[4D3Ch 19772   8]  Hypervisor GIC Base Address : 0000000000000000
[4D44h 19780   4]        Virtual GIC Interrupt : 00000000
[4D48h 19784   8]   Redistributor Base Address : 0000000000000000
[4D50h 19792   8]                    ARM MPIDR : 0000000000000F06
[4D58h 19800   1]             Efficiency Class : 00
[4D59h 19801   1]                     Reserved : 00
[4D5Ah 19802   2]       SPE Overflow Interrupt : 0000

[4D5Ch 19804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4D5Dh 19805   1]                       Length : 50
[4D5Eh 19806   2]                     Reserved : 0000
[4D60h 19808   4]         CPU Interface Number : 00000000
[4D64h 19812   4]                Processor UID : 000000F7
[4D68h 19816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4D6Ch 19820   4]     Parking Protocol Version : 00000000
[4D70h 19824   4]        Performance Interrupt : 00000000
[4D74h 19828   8]               Parked Address : 0000000000000000
[4D7Ch 19836   8]                 Base Address : 0000000000000000
[4D84h 19844   8]     Virtual GIC Base Address : 0000000000000000
[4D8Ch 19852   8]  Hypervisor GIC Base Address : 0000000000000000
[4D94h 19860   4]        Virtual GIC Interrupt : 00000000
[4D98h 19864   8]   Redistributor Base Address : 0000000000000000
[4DA0h 19872   8]                    ARM MPIDR : 0000000000000F07
[4DA8h 19880   1]             Efficiency Class : 00
[4DA9h 19881   1]                     Reserved : 00
[4DAAh 19882   2]       SPE Overflow Interrupt : 0000

[4DACh 19884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4DADh 19885   1]                       Length : 50
[4DAEh 19886   2]                     Reserved : 0000
[4DB0h 19888   4]         CPU Interface Number : 00000000
[4DB4h 19892   4]                Processor UID : 000000F8
[4DB8h 19896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4DBCh 19900   4]     Parking Protocol Version : 00000000
[4DC0h 19904   4]        Performance Interrupt : 00000000
[4DC4h 19908   8]               Parked Address : 0000000000000000
[4DCCh 19916   8]                 Base Address : 0000000000000000
[4DD4h 19924   8]     Virtual GIC Base Address : 0000000000000000
[4DDCh 19932   8]  Hypervisor GIC Base Address : 0000000000000000
[4DE4h 19940   4]        Virtual GIC Interrupt : 00000000
[4DE8h 19944   8]   Redistributor Base Address : 0000000000000000
[4DF0h 19952   8]                    ARM MPIDR : 0000000000000F08
[4DF8h 19960   1]             Efficiency Class : 00
[4DF9h 19961   1]                     Reserved : 00
[4DFAh 19962   2]       SPE Overflow Interrupt : 0000

[4DFCh 19964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4DFDh 19965   1]                       Length : 50
[4DFEh 19966   2]                     Reserved : 0000
[4E00h 19968   4]         CPU Interface Number : 00000000
[4E04h 19972   4]                Processor UID : 000000F9
[4E08h 19976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4E0Ch 19980   4]     Parking Protocol Version : 00000000
[4E10h 19984   4]        Performance Interrupt : 00000000
[4E14h 19988   8]               Parked Address : 0000000000000000
[4E1Ch 19996   8]                 Base Address : 0000000000000000
[4E24h 20004   8]     Virtual GIC Base Address : 0000000000000000
[4E2Ch 20012   8]  Hypervisor GIC Base Address : 0000000000000000
[4E34h 20020   4]        Virtual GIC Interrupt : 00000000
[4E38h 20024   8]   Redistributor Base Address : 0000000000000000
[4E40h 20032   8]                    ARM MPIDR : 0000000000000F09
[4E48h 20040   1]             Efficiency Class : 00
[4E49h 20041   1]                     Reserved : 00
[4E4Ah 20042   2]       SPE Overflow Interrupt : 0000

[4E4Ch 20044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4E4Dh 20045   1]                       Length : 50
[4E4Eh 20046   2]                     Reserved : 0000
[4E50h 20048   4]         CPU Interface Number : 00000000
[4E54h 20052   4]                Processor UID : 000000FA
[4E58h 20056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4E5Ch 20060   4]     Parking Protocol Version : 00000000
[4E60h 20064   4]        Performance Interrupt : 00000000
[4E64h 20068   8]               Parked Address : 0000000000000000
[4E6Ch 20076   8]                 Base Address : 0000000000000000
[4E74h 20084   8]     Virtual GIC Base Address : 0000000000000000
[4E7Ch 20092   8]  Hypervisor GIC Base Address : 0000000000000000
[4E84h 20100   4]        Virtual GIC Interrupt : 00000000
[4E88h 20104   8]   Redistributor Base Address : 0000000000000000
[4E90h 20112   8]                    ARM MPIDR : 0000000000000F0A
[4E98h 20120   1]             Efficiency Class : 00
[4E99h 20121   1]                     Reserved : 00
[4E9Ah 20122   2]       SPE Overflow Interrupt : 0000

[4E9Ch 20124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4E9Dh 20125   1]                       Length : 50
[4E9Eh 20126   2]                     Reserved : 0000
[4EA0h 20128   4]         CPU Interface Number : 00000000
[4EA4h 20132   4]                Processor UID : 000000FB
[4EA8h 20136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4EACh 20140   4]     Parking Protocol Version : 00000000
[4EB0h 20144   4]        Performance Interrupt : 00000000
[4EB4h 20148   8]               Parked Address : 0000000000000000
[4EBCh 20156   8]                 Base Address : 0000000000000000
[4EC4h 20164   8]     Virtual GIC Base Address : 0000000000000000
[4ECCh 20172   8]  Hypervisor GIC Base Address : 0000000000000000
[4ED4h 20180   4]        Virtual GIC Interrupt : 00000000
[4ED8h 20184   8]   Redistributor Base Address : 0000000000000000
[4EE0h 20192   8]                    ARM MPIDR : 0000000000000F0B
[4EE8h 20200   1]             Efficiency Class : 00
[4EE9h 20201   1]                     Reserved : 00
[4EEAh 20202   2]       SPE Overflow Interrupt : 0000

[4EECh 20204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4EEDh 20205   1]                       Length : 50
[4EEEh 20206   2]                     Reserved : 0000
[4EF0h 20208   4]         CPU Interface Number : 00000000
[4EF4h 20212   4]                Processor UID : 000000FC
[4EF8h 20216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4EFCh 20220   4]     Parking Protocol Version : 00000000
[4F00h 20224   4]        Performance Interrupt : 00000000
[4F04h 20228   8]               Parked Address : 0000000000000000
[4F0Ch 20236   8]                 Base Address : 0000000000000000
[4F14h 20244   8]     Virtual GIC Base Address : 0000000000000000
[4F1Ch 20252   8]  Hypervisor GIC Base Address : 0000000000000000
[4F24h 20260   4]        Virtual GIC Interrupt : 00000000
[4F28h 20264   8]   Redistributor Base Address : 0000000000000000
[4F30h 20272   8]                    ARM MPIDR : 0000000000000F0C
[4F38h 20280   1]             Efficiency Class : 00
[4F39h 20281   1]                     Reserved : 00
[4F3Ah 20282   2]       SPE Overflow Interrupt : 0000

[4F3Ch 20284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4F3Dh 20285   1]                       Length : 50
[4F3Eh 20286   2]                     Reserved : 0000
[4F40h 20288   4]         CPU Interface Number : 00000000
[4F44h 20292   4]                Processor UID : 000000FD
[4F48h 20296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4F4Ch 20300   4]     Parking Protocol Version : 00000000
[4F50h 20304   4]        Performance Interrupt : 00000000
[4F54h 20308   8]               Parked Address : 0000000000000000
[4F5Ch 20316   8]                 Base Address : 0000000000000000
[4F64h 20324   8]     Virtual GIC Base Address : 0000000000000000
[4F6Ch 20332   8]  Hypervisor GIC Base Address : 0000000000000000
[4F74h 20340   4]        Virtual GIC Interrupt : 00000000
[4F78h 20344   8]   Redistributor Base Address : 0000000000000000
[4F80h 20352   8]                    ARM MPIDR : 0000000000000F0D
[4F88h 20360   1]             Efficiency Class : 00
[4F89h 20361   1]                     Reserved : 00
[4F8Ah 20362   2]       SPE Overflow Interrupt : 0000

[4F8Ch 20364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4F8Dh 20365   1]                       Length : 50
[4F8Eh 20366   2]                     Reserved : 0000
[4F90h 20368   4]         CPU Interface Number : 00000000
[4F94h 20372   4]                Processor UID : 000000FE
[4F98h 20376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4F9Ch 20380   4]     Parking Protocol Version : 00000000
[4FA0h 20384   4]        Performance Interrupt : 00000000
[4FA4h 20388   8]               Parked Address : 0000000000000000
[4FACh 20396   8]                 Base Address : 0000000000000000
[4FB4h 20404   8]     Virtual GIC Base Address : 0000000000000000
[4FBCh 20412   8]  Hypervisor GIC Base Address : 0000000000000000
[4FC4h 20420   4]        Virtual GIC Interrupt : 00000000
[4FC8h 20424   8]   Redistributor Base Address : 0000000000000000
[4FD0h 20432   8]                    ARM MPIDR : 0000000000000F0E
[4FD8h 20440   1]             Efficiency Class : 00
[4FD9h 20441   1]                     Reserved : 00
[4FDAh 20442   2]       SPE Overflow Interrupt : 0000

[4FDCh 20444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[4FDDh 20445   1]                       Length : 50
[4FDEh 20446   2]                     Reserved : 0000
[4FE0h 20448   4]         CPU Interface Number : 00000000
[4FE4h 20452   4]                Processor UID : 000000FF
[4FE8h 20456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[4FECh 20460   4]     Parking Protocol Version : 00000000
[4FF0h 20464   4]        Performance Interrupt : 00000000
[4FF4h 20468   8]               Parked Address : 0000000000000000
[4FFCh 20476   8]                 Base Address : 0000000000000000
[5004h 20484   8]     Virtual GIC Base Address : 0000000000000000
[500Ch 20492   8]  Hypervisor GIC Base Address : 0000000000000000
[5014h 20500   4]        Virtual GIC Interrupt : 00000000
[5018h 20504   8]   Redistributor Base Address : 0000000000000000
[5020h 20512   8]                    ARM MPIDR : 0000000000000F0F
[5028h 20520   1]             Efficiency Class : 00
[5029h 20521   1]                     Reserved : 00
[502Ah 20522   2]       SPE Overflow Interrupt : 0000

[502Ch 20524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[502Dh 20525   1]                       Length : 50
[502Eh 20526   2]                     Reserved : 0000
[5030h 20528   4]         CPU Interface Number : 00000000
[5034h 20532   4]                Processor UID : 00000100
[5038h 20536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[503Ch 20540   4]     Parking Protocol Version : 00000000
[5040h 20544   4]        Performance Interrupt : 00000000
[5044h 20548   8]               Parked Address : 0000000000000000
[504Ch 20556   8]                 Base Address : 0000000000000000
[5054h 20564   8]     Virtual GIC Base Address : 0000000000000000
[505Ch 20572   8]  Hypervisor GIC Base Address : 0000000000000000
[5064h 20580   4]        Virtual GIC Interrupt : 00000000
[5068h 20584   8]   Redistributor Base Address : 0000000000000000
[5070h 20592   8]                    ARM MPIDR : 0000000000001000
[5078h 20600   1]             Efficiency Class : 00
[5079h 20601   1]                     Reserved : 00
[507Ah 20602   2]       SPE Overflow Interrupt : 0000

[507Ch 20604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[507Dh 20605   1]                       Length : 50
[507Eh 20606   2]                     Reserved : 0000
[5080h 20608   4]         CPU Interface Number : 00000000
[5084h 20612   4]                Processor UID : 00000101
[5088h 20616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[508Ch 20620   4]     Parking Protocol Version : 00000000
[5090h 20624   4]        Performance Interrupt : 00000000
[5094h 20628   8]               Parked Address : 0000000000000000
[509Ch 20636   8]                 Base Address : 0000000000000000
[50A4h 20644   8]     Virtual GIC Base Address : 0000000000000000
[50ACh 20652   8]  Hypervisor GIC Base Address : 0000000000000000
[50B4h 20660   4]        Virtual GIC Interrupt : 00000000
[50B8h 20664   8]   Redistributor Base Address : 0000000000000000
[50C0h 20672   8]                    ARM MPIDR : 0000000000001001
[50C8h 20680   1]             Efficiency Class : 00
[50C9h 20681   1]                     Reserved : 00
[50CAh 20682   2]       SPE Overflow Interrupt : 0000

[50CCh 20684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[50CDh 20685   1]                       Length : 50
[50CEh 20686   2]                     Reserved : 0000
[50D0h 20688   4]         CPU Interface Number : 00000000
[50D4h 20692   4]                Processor UID : 00000102
[50D8h 20696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[50DCh 20700   4]     Parking Protocol Version : 00000000
[50E0h 20704   4]        Performance Interrupt : 00000000
[50E4h 20708   8]               Parked Address : 0000000000000000
[50ECh 20716   8]                 Base Address : 0000000000000000
[50F4h 20724   8]     Virtual GIC Base Address : 0000000000000000
[50FCh 20732   8]  Hypervisor GIC Base Address : 0000000000000000
[5104h 20740   4]        Virtual GIC Interrupt : 00000000
[5108h 20744   8]   Redistributor Base Address : 0000000000000000
[5110h 20752   8]                    ARM MPIDR : 0000000000001002
[5118h 20760   1]             Efficiency Class : 00
[5119h 20761   1]                     Reserved : 00
[511Ah 20762   2]       SPE Overflow Interrupt : 0000

[511Ch 20764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[511Dh 20765   1]                       Length : 50
[511Eh 20766   2]                     Reserved : 0000
[5120h 20768   4]         CPU Interface Number : 00000000
[5124h 20772   4]                Processor UID : 00000103
[5128h 20776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[512Ch 20780   4]     Parking Protocol Version : 00000000
[5130h 20784   4]        Performance Interrupt : 00000000
[5134h 20788   8]               Parked Address : 0000000000000000
[513Ch 20796   8]                 Base Address : 0000000000000000
[5144h 20804   8]     Virtual GIC Base Address : 0000000000000000
[514Ch 20812   8]  Hypervisor GIC Base Address : 0000000000000000
[5154h 20820   4]        Virtual GIC Interrupt : 00000000
[5158h 20824   8]   Redistributor Base Address : 0000000000000000
[5160h 20832   8]                    ARM MPIDR : 0000000000001003
[5168h 20840   1]             Efficiency Class : 00
[5169h 20841   1]                     Reserved : 00
[516Ah 20842   2]       SPE Overflow Interrupt : 0000

[516Ch 20844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[516Dh 20845   1]                       Length : 50
[516Eh 20846   2]                     Reserved : 0000
[5170h 20848   4]         CPU Interface Number : 00000000
[5174h 20852   4]                Processor UID : 00000104
[5178h 20856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[517Ch 20860   4]     Parking Protocol Version : 00000000
[5180h 20864   4]        Performance Interrupt : 00000000
[5184h 20868   8]               Parked Address : 0000000000000000
[518Ch 20876   8]                 Base Address : 0000000000000000
[5194h 20884   8]     Virtual GIC Base Address : 0000000000000000
[519Ch 20892   8]  Hypervisor GIC Base Address : 0000000000000000
[51A4h 20900   4]        Virtual GIC Interrupt : 00000000
[51A8h 20904   8]   Redistributor Base Address : 0000000000000000
[51B0h 20912   8]                    ARM MPIDR : 0000000000001004
[51B8h 20920   1]             Efficiency Class : 00
[51B9h 20921   1]                     Reserved : 00
[51BAh 20922   2]       SPE Overflow Interrupt : 0000

[51BCh 20924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[51BDh 20925   1]                       Length : 50
[51BEh 20926   2]                     Reserved : 0000
[51C0h 20928   4]         CPU Interface Number : 00000000
[51C4h 20932   4]                Processor UID : 00000105
[51C8h 20936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[51CCh 20940   4]     Parking Protocol Version : 00000000
[51D0h 20944   4]        Performance Interrupt : 00000000
[51D4h 20948   8]               Parked Address : 0000000000000000
[51DCh 20956   8]                 Base Address : 0000000000000000
[51E4h 20964   8]     Virtual GIC Base Address : 0000000000000000
[51ECh 20972   8]  Hypervisor GIC Base Address : 0000000000000000
[51F4h 20980   4]        Virtual GIC Interrupt : 00000000
[51F8h 20984   8]   Redistributor Base Address : 0000000000000000
[5200h 20992   8]                    ARM MPIDR : 0000000000001005
[5208h 21000   1]             Efficiency Class : 00
[5209h 21001   1]                     Reserved : 00
[520Ah 21002   2]       SPE Overflow Interrupt : 0000

[520Ch 21004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[520Dh 21005   1]                       Length : 50
[520Eh 21006   2]                     Reserved : 0000
[5210h 21008   4]         CPU Interface Number : 00000000
[5214h 21012   4]                Processor UID : 00000106
[5218h 21016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[521Ch 21020   4]     Parking Protocol Version : 00000000
[5220h 21024   4]        Performance Interrupt : 00000000
[5224h 21028   8]               Parked Address : 0000000000000000
[522Ch 21036   8]                 Base Address : 0000000000000000
[5234h 21044   8]     Virtual GIC Base Address : 0000000000000000
[523Ch 21052   8]  Hypervisor GIC Base Address : 0000000000000000
[5244h 21060   4]        Virtual GIC Interrupt : 00000000
[5248h 21064   8]   Redistributor Base Address : 0000000000000000
[5250h 21072   8]                    ARM MPIDR : 0000000000001006
[5258h 21080   1]             Efficiency Class : 00
[5259h 21081   1]                     Reserved : 00
[525Ah 21082   2]       SPE Overflow Interrupt : 0000

[525Ch 21084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[525Dh 21085   1]                       Length : 50
[525Eh 21086   2]                     Reserved : 0000
[5260h 21088   4]         CPU Interface Number : 00000000
[5264h 21092   4]                Processor UID : 00000107
[5268h 21096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[526Ch 21100   4]     Parking Protocol Version : 00000000
[5270h 21104   4]        Performance Interrupt : 00000000
[5274h 21108   8]               Parked Address : 0000000000000000
[527Ch 21116   8]                 Base Address : 0000000000000000
[5284h 21124   8]     Virtual GIC Base Address : 0000000000000000
[528Ch 21132   8]  Hypervisor GIC Base Address : 0000000000000000
[5294h 21140   4]        Virtual GIC Interrupt : 00000000
[5298h 21144   8]   Redistributor Base Address : 0000000000000000
[52A0h 21152   8]                    ARM MPIDR : 0000000000001007
[52A8h 21160   1]             Efficiency Class : 00
[52A9h 21161   1]                     Reserved : 00
[52AAh 21162   2]       SPE Overflow Interrupt : 0000

[52ACh 21164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[52ADh 21165   1]                       Length : 50
[52AEh 21166   2]                     Reserved : 0000
[52B0h 21168   4]         CPU Interface Number : 00000000
[52B4h 21172   4]                Processor UID : 00000108
[52B8h 21176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[52BCh 21180   4]     Parking Protocol Version : 00000000
[52C0h 21184   4]        Performance Interrupt : 00000000
[52C4h 21188   8]               Parked Address : 0000000000000000
[52CCh 21196   8]                 Base Address : 0000000000000000
[52D4h 21204   8]     Virtual GIC Base Address : 0000000000000000
[52DCh 21212   8]  Hypervisor GIC Base Address : 0000000000000000
[52E4h 21220   4]        Virtual GIC Interrupt : 00000000
[52E8h 21224   8]   Redistributor Base Address : 0000000000000000
[52F0h 21232   8]                    ARM MPIDR : 0000000000001008
[52F8h 21240   1]             Efficiency Class : 00
[52F9h 21241   1]                     Reserved : 00
[52FAh 21242   2]       SPE Overflow Interrupt : 0000

[52FCh 21244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[52FDh 21245   1]                       Length : 50
[52FEh 21246   2]                     Reserved : 0000
[5300h 21248   4]         CPU Interface Number : 00000000
[5304h 21252   4]                Processor UID : 00000109
[5308h 21256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[530Ch 21260   4]     Parking Protocol Version : 00000000
[5310h 21264   4]        Performance Interrupt : 00000000
[5314h 21268   8]               Parked Address : 0000000000000000
[531Ch 21276   8]                 Base Address : 0000000000000000
[5324h 21284   8]     Virtual GIC Base Address : 0000000000000000
[532Ch 21292   8]  Hypervisor GIC Base Address : 0000000000000000
[5334h 21300   4]        Virtual GIC Interrupt : 00000000
[5338h 21304   8]   Redistributor Base Address : 0000000000000000
[5340h 21312   8]                    ARM MPIDR : 0000000000001009
[5348h 21320   1]             Efficiency Class : 00
[5349h 21321   1]                     Reserved : 00
[534Ah 21322   2]       SPE Overflow Interrupt : 0000

[534Ch 21324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[534Dh 21325   1]                       Length : 50
[534Eh 21326   2]                     Reserved : 0000
[5350h 21328   4]         CPU Interface Number : 00000000
[5354h 21332   4]                Processor UID : 0000010A
[5358h 21336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[535Ch 21340   4]     Parking Protocol Version : 00000000
[5360h 21344   4]        Performance Interrupt : 00000000
[5364h 21348   8]               Parked Address : 0000000000000000
[536Ch 21356   8]                 Base Address : 0000000000000000
[5374h 21364   8]     Virtual GIC Base Address : 0000000000000000
[537Ch 21372   8]  Hypervisor GIC Base Address : 0000000000000000
[5384h 21380   4]        Virtual GIC Interrupt : 00000000
[5388h 21384   8]   Redistributor Base Address : 0000000000000000
[5390h 21392   8]                    ARM MPIDR : 000000000000100A
[5398h 21400   1]             Efficiency Class : 00
[5399h 21401   1]                     Reserved : 00
[539Ah 21402   2]       SPE Overflow Interrupt : 0000

[539Ch 21404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[539Dh 21405   1]                       Length : 50
[539Eh 21406   2]                     Reserved : 0000
[53A0h 21408   4]         CPU Interface Number : 00000000
[53A4h 21412   4]                Processor UID : 0000010B
[53A8h 21416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[53ACh 21420   4]     Parking Protocol Version : 00000000
[53B0h 21424   4]        Performance Interrupt : 00000000
[53B4h 21428   8]               Parked Address : 0000000000000000
[53BCh 21436   8]                 Base Address : 0000000000000000
[53C4h 21444   8]     Virtual GIC Base Address : 0000000000000000
[53CCh 21452   8]  Hypervisor GIC Base Address : 0000000000000000
[53D4h 21460   4]        Virtual GIC Interrupt : 00000000
[53D8h 21464   8]   Redistributor Base Address : 0000000000000000
[53E0h 21472   8]                    ARM MPIDR : 000000000000100B
[53E8h 21480   1]             Efficiency Class : 00
[53E9h 21481   1]                     Reserved : 00
[53EAh 21482   2]       SPE Overflow Interrupt : 0000

[53ECh 21484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[53EDh 21485   1]                       Length : 50
[53EEh 21486   2]                     Reserved : 0000
[53F0h 21488   4]         CPU Interface Number : 00000000
[53F4h 21492   4]                Processor UID : 0000010C
[53F8h 21496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[53FCh 21500   4]     Parking Protocol Version : 00000000
[5400h 21504   4]        Performance Interrupt : 00000000
[5404h 21508   8]               Parked Address : 0000000000000000
[540Ch 21516   8]                 Base Address : 0000000000000000
[5414h 21524   8]     Virtual GIC Base Address : 0000000000000000
[541Ch 21532   8]  Hypervisor GIC Base Address : 0000000000000000
[5424h 21540   4]        Virtual GIC Interrupt : 00000000
[5428h 21544   8]   Redistributor Base Address : 0000000000000000
[5430h 21552   8]                    ARM MPIDR : 000000000000100C
[5438h 21560   1]             Efficiency Class : 00
[5439h 21561   1]                     Reserved : 00
[543Ah 21562   2]       SPE Overflow Interrupt : 0000

[543Ch 21564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[543Dh 21565   1]                       Length : 50
[543Eh 21566   2]                     Reserved : 0000
[5440h 21568   4]         CPU Interface Number : 00000000
[5444h 21572   4]                Processor UID : 0000010D
[5448h 21576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[544Ch 21580   4]     Parking Protocol Version : 00000000
[5450h 21584   4]        Performance Interrupt : 00000000
[5454h 21588   8]               Parked Address : 0000000000000000
[545Ch 21596   8]                 Base Address : 0000000000000000
[5464h 21604   8]     Virtual GIC Base Address : 0000000000000000
[546Ch 21612   8]  Hypervisor GIC Base Address : 0000000000000000
[5474h 21620   4]        Virtual GIC Interrupt : 00000000
[5478h 21624   8]   Redistributor Base Address : 0000000000000000
[5480h 21632   8]                    ARM MPIDR : 000000000000100D
[5488h 21640   1]             Efficiency Class : 00
[5489h 21641   1]                     Reserved : 00
[548Ah 21642   2]       SPE Overflow Interrupt : 0000

[548Ch 21644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[548Dh 21645   1]                       Length : 50
[548Eh 21646   2]                     Reserved : 0000
[5490h 21648   4]         CPU Interface Number : 00000000
[5494h 21652   4]                Processor UID : 0000010E
[5498h 21656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[549Ch 21660   4]     Parking Protocol Version : 00000000
[54A0h 21664   4]        Performance Interrupt : 00000000
[54A4h 21668   8]               Parked Address : 0000000000000000
[54ACh 21676   8]                 Base Address : 0000000000000000
[54B4h 21684   8]     Virtual GIC Base Address : 0000000000000000
[54BCh 21692   8]  Hypervisor GIC Base Address : 0000000000000000
[54C4h 21700   4]        Virtual GIC Interrupt : 00000000
[54C8h 21704   8]   Redistributor Base Address : 0000000000000000
[54D0h 21712   8]                    ARM MPIDR : 000000000000100E
[54D8h 21720   1]             Efficiency Class : 00
[54D9h 21721   1]                     Reserved : 00
[54DAh 21722   2]       SPE Overflow Interrupt : 0000

[54DCh 21724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[54DDh 21725   1]                       Length : 50
[54DEh 21726   2]                     Reserved : 0000
[54E0h 21728   4]         CPU Interface Number : 00000000
[54E4h 21732   4]                Processor UID : 0000010F
[54E8h 21736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[54ECh 21740   4]     Parking Protocol Version : 00000000
[54F0h 21744   4]        Performance Interrupt : 00000000
[54F4h 21748   8]               Parked Address : 0000000000000000
[54FCh 21756   8]                 Base Address : 0000000000000000
[5504h 21764   8]     Virtual GIC Base Address : 0000000000000000
[550Ch 21772   8]  Hypervisor GIC Base Address : 0000000000000000
[5514h 21780   4]        Virtual GIC Interrupt : 00000000
[5518h 21784   8]   Redistributor Base Address : 0000000000000000
[5520h 21792   8]                    ARM MPIDR : 000000000000100F
[5528h 21800   1]             Efficiency Class : 00
[5529h 21801   1]                     Reserved : 00
[552Ah 21802   2]       SPE Overflow Interrupt : 0000

[552Ch 21804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[552Dh 21805   1]                       Length : 50
[552Eh 21806   2]                     Reserved : 0000
[5530h 21808   4]         CPU Interface Number : 00000000
[5534h 21812   4]                Processor UID : 00000110
[5538h 21816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[553Ch 21820   4]     Parking Protocol Version : 00000000
[5540h 21824   4]        Performance Interrupt : 00000000
[5544h 21828   8]               Parked Address : 0000000000000000
[554Ch 21836   8]                 Base Address : 0000000000000000
[5554h 21844   8]     Virtual GIC Base Address : 0000000000000000
[555Ch 21852   8]  Hypervisor GIC Base Address : 0000000000000000
[5564h 21860   4]        Virtual GIC Interrupt : 00000000
[5568h 21864   8]   Redistributor Base Address : 0000000000000000
[5570h 21872   8]                    ARM MPIDR : 0000000000001100
[5578h 21880   1]             Efficiency Class : 00
[5579h 21881   1]                     Reserved : 00
[557Ah 21882   2]       SPE Overflow Interrupt : 0000

[557Ch 21884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[557Dh 21885   1]                       Length : 50
[557Eh 21886   2]                     Reserved : 0000
[5580h 21888   4]         CPU Interface Number : 00000000
[5584h 21892   4]                Processor UID : 00000111
[5588h 21896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[558Ch 21900   4]     Parking Protocol Version : 00000000
[5590h 21904   4]        Performance Interrupt : 00000000
[5594h 21908   8]               Parked Address : 0000000000000000
[559Ch 21916   8]                 Base Address : 0000000000000000
[55A4h 21924   8]     Virtual GIC Base Address : 0000000000000000
[55ACh 21932   8]  Hypervisor GIC Base Address : 0000000000000000
[55B4h 21940   4]        Virtual GIC Interrupt : 00000000
[55B8h 21944   8]   Redistributor Base Address : 0000000000000000
[55C0h 21952   8]                    ARM MPIDR : 0000000000001101
[55C8h 21960   1]             Efficiency Class : 00
[55C9h 21961   1]                     Reserved : 00
[55CAh 21962   2]       SPE Overflow Interrupt : 0000

[55CCh 21964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[55CDh 21965   1]                       Length : 50
[55CEh 21966   2]                     Reserved : 0000
[55D0h 21968   4]         CPU Interface Number : 00000000
[55D4h 21972   4]                Processor UID : 00000112
[55D8h 21976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[55DCh 21980   4]     Parking Protocol Version : 00000000
[55E0h 21984   4]        Performance Interrupt : 00000000
[55E4h 21988   8]               Parked Address : 0000000000000000
[55ECh 21996   8]                 Base Address : 0000000000000000
[55F4h 22004   8]     Virtual GIC Base Address : 0000000000000000
[55FCh 22012   8]  Hypervisor GIC Base Address : 0000000000000000
[5604h 22020   4]        Virtual GIC Interrupt : 00000000
[5608h 22024   8]   Redistributor Base Address : 0000000000000000
[5610h 22032   8]                    ARM MPIDR : 0000000000001102
[5618h 22040   1]             Efficiency Class : 00
[5619h 22041   1]                     Reserved : 00
[561Ah 22042   2]       SPE Overflow Interrupt : 0000

[561Ch 22044   1]                Subtable Type : 0B [Generic Interrupt Controller]
[561Dh 22045   1]                       Length : 50
[561Eh 22046   2]                     Reserved : 0000
[5620h 22048   4]         CPU Interface Number : 00000000
[5624h 22052   4]                Processor UID : 00000113
[5628h 22056   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[562Ch 22060   4]     Parking Protocol Version : 00000000
[5630h 22064   4]        Performance Interrupt : 00000000
[5634h 22068   8]               Parked Address : 0000000000000000
[563Ch 22076   8]                 Base Address : 0000000000000000
[5644h 22084   8]     Virtual GIC Base Address : 0000000000000000
[564Ch 22092   8]  Hypervisor GIC Base Address : 0000000000000000
[5654h 22100   4]        Virtual GIC Interrupt : 00000000
[5658h 22104   8]   Redistributor Base Address : 0000000000000000
[5660h 22112   8]                    ARM MPIDR : 0000000000001103
[5668h 22120   1]             Efficiency Class : 00
[5669h 22121   1]                     Reserved : 00
[566Ah 22122   2]       SPE Overflow Interrupt : 0000

[566Ch 22124   1]                Subtable Type : 0B [Generic Interrupt Controller]
[566Dh 22125   1]                       Length : 50
[566Eh 22126   2]                     Reserved : 0000
[5670h 22128   4]         CPU Interface Number : 00000000
[5674h 22132   4]                Processor UID : 00000114
[5678h 22136   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[567Ch 22140   4]     Parking Protocol Version : 00000000
[5680h 22144   4]        Performance Interrupt : 00000000
[5684h 22148   8]               Parked Address : 0000000000000000
[568Ch 22156   8]                 Base Address : 0000000000000000
[5694h 22164   8]     Virtual GIC Base Address : 0000000000000000
[569Ch 22172   8]  Hypervisor GIC Base Address : 0000000000000000
[56A4h 22180   4]        Virtual GIC Interrupt : 00000000
[56A8h 22184   8]   Redistributor Base Address : 0000000000000000
[56B0h 22192   8]                    ARM MPIDR : 0000000000001104
[56B8h 22200   1]             Efficiency Class : 00
[56B9h 22201   1]                     Reserved : 00
[56BAh 22202   2]       SPE Overflow Interrupt : 0000

[56BCh 22204   1]                Subtable Type : 0B [Generic Interrupt Controller]
[56BDh 22205   1]                       Length : 50
[56BEh 22206   2]                     Reserved : 0000
[56C0h 22208   4]         CPU Interface Number : 00000000
[56C4h 22212   4]                Processor UID : 00000115
[56C8h 22216   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[56CCh 22220   4]     Parking Protocol Version : 00000000
[56D0h 22224   4]        Performance Interrupt : 00000000
[56D4h 22228   8]               Parked Address : 0000000000000000
[56DCh 22236   8]                 Base Address : 0000000000000000
[56E4h 22244   8]     Virtual GIC Base Address : 0000000000000000
[56ECh 22252   8]  Hypervisor GIC Base Address : 0000000000000000
[56F4h 22260   4]        Virtual GIC Interrupt : 00000000
[56F8h 22264   8]   Redistributor Base Address : 0000000000000000
[5700h 22272   8]                    ARM MPIDR : 0000000000001105
[5708h 22280   1]             Efficiency Class : 00
[5709h 22281   1]                     Reserved : 00
[570Ah 22282   2]       SPE Overflow Interrupt : 0000

[570Ch 22284   1]                Subtable Type : 0B [Generic Interrupt Controller]
[570Dh 22285   1]                       Length : 50
[570Eh 22286   2]                     Reserved : 0000
[5710h 22288   4]         CPU Interface Number : 00000000
[5714h 22292   4]                Processor UID : 00000116
[5718h 22296   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[571Ch 22300   4]     Parking Protocol Version : 00000000
[5720h 22304   4]        Performance Interrupt : 00000000
[5724h 22308   8]               Parked Address : 0000000000000000
[572Ch 22316   8]                 Base Address : 0000000000000000
[5734h 22324   8]     Virtual GIC Base Address : 0000000000000000
[573Ch 22332   8]  Hypervisor GIC Base Address : 0000000000000000
[5744h 22340   4]        Virtual GIC Interrupt : 00000000
[5748h 22344   8]   Redistributor Base Address : 0000000000000000
[5750h 22352   8]                    ARM MPIDR : 0000000000001106
[5758h 22360   1]             Efficiency Class : 00
[5759h 22361   1]                     Reserved : 00
[575Ah 22362   2]       SPE Overflow Interrupt : 0000

[575Ch 22364   1]                Subtable Type : 0B [Generic Interrupt Controller]
[575Dh 22365   1]                       Length : 50
[575Eh 22366   2]                     Reserved : 0000
[5760h 22368   4]         CPU Interface Number : 00000000
[5764h 22372   4]                Processor UID : 00000117
[5768h 22376   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[576Ch 22380   4]     Parking Protocol Version : 00000000
[5770h 22384   4]        Performance Interrupt : 00000000
[5774h 22388   8]               Parked Address : 0000000000000000
[577Ch 22396   8]                 Base Address : 0000000000000000
[5784h 22404   8]     Virtual GIC Base Address : 0000000000000000
[578Ch 22412   8]  Hypervisor GIC Base Address : 0000000000000000
[5794h 22420   4]        Virtual GIC Interrupt : 00000000
[5798h 22424   8]   Redistributor Base Address : 0000000000000000
[57A0h 22432   8]                    ARM MPIDR : 0000000000001107
[57A8h 22440   1]             Efficiency Class : 00
[57A9h 22441   1]                     Reserved : 00
[57AAh 22442   2]       SPE Overflow Interrupt : 0000

[57ACh 22444   1]                Subtable Type : 0B [Generic Interrupt Controller]
[57ADh 22445   1]                       Length : 50
[57AEh 22446   2]                     Reserved : 0000
[57B0h 22448   4]         CPU Interface Number : 00000000
[57B4h 22452   4]                Processor UID : 00000118
[57B8h 22456   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[57BCh 22460   4]     Parking Protocol Version : 00000000
[57C0h 22464   4]        Performance Interrupt : 00000000
[57C4h 22468   8]               Parked Address : 0000000000000000
[57CCh 22476   8]                 Base Address : 0000000000000000
[57D4h 22484   8]     Virtual GIC Base Address : 0000000000000000
[57DCh 22492   8]  Hypervisor GIC Base Address : 0000000000000000
[57E4h 22500   4]        Virtual GIC Interrupt : 00000000
[57E8h 22504   8]   Redistributor Base Address : 0000000000000000
[57F0h 22512   8]                    ARM MPIDR : 0000000000001108
[57F8h 22520   1]             Efficiency Class : 00
[57F9h 22521   1]                     Reserved : 00
[57FAh 22522   2]       SPE Overflow Interrupt : 0000

[57FCh 22524   1]                Subtable Type : 0B [Generic Interrupt Controller]
[57FDh 22525   1]                       Length : 50
[57FEh 22526   2]                     Reserved : 0000
[5800h 22528   4]         CPU Interface Number : 00000000
[5804h 22532   4]                Processor UID : 00000119
[5808h 22536   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[580Ch 22540   4]     Parking Protocol Version : 00000000
[5810h 22544   4]        Performance Interrupt : 00000000
[5814h 22548   8]               Parked Address : 0000000000000000
[581Ch 22556   8]                 Base Address : 0000000000000000
[5824h 22564   8]     Virtual GIC Base Address : 0000000000000000
[582Ch 22572   8]  Hypervisor GIC Base Address : 0000000000000000
[5834h 22580   4]        Virtual GIC Interrupt : 00000000
[5838h 22584   8]   Redistributor Base Address : 0000000000000000
[5840h 22592   8]                    ARM MPIDR : 0000000000001109
[5848h 22600   1]             Efficiency Class : 00
[5849h 22601   1]                     Reserved : 00
[584Ah 22602   2]       SPE Overflow Interrupt : 0000

[584Ch 22604   1]                Subtable Type : 0B [Generic Interrupt Controller]
[584Dh 22605   1]                       Length : 50
[584Eh 22606   2]                     Reserved : 0000
[5850h 22608   4]         CPU Interface Number : 00000000
[5854h 22612   4]                Processor UID : 0000011A
[5858h 22616   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[585Ch 22620   4]     Parking Protocol Version : 00000000
[5860h 22624   4]        Performance Interrupt : 00000000
[5864h 22628   8]               Parked Address : 0000000000000000
[586Ch 22636   8]                 Base Address : 0000000000000000
[5874h 22644   8]     Virtual GIC Base Address : 0000000000000000
[587Ch 22652   8]  Hypervisor GIC Base Address : 0000000000000000
[5884h 22660   4]        Virtual GIC Interrupt : 00000000
[5888h 22664   8]   Redistributor Base Address : 0000000000000000
[5890h 22672   8]                    ARM MPIDR : 000000000000110A
[5898h 22680   1]             Efficiency Class : 00
[5899h 22681   1]                     Reserved : 00
[589Ah 22682   2]       SPE Overflow Interrupt : 0000

[589Ch 22684   1]                Subtable Type : 0B [Generic Interrupt Controller]
[589Dh 22685   1]                       Length : 50
[589Eh 22686   2]                     Reserved : 0000
[58A0h 22688   4]         CPU Interface Number : 00000000
[58A4h 22692   4]                Processor UID : 0000011B
[58A8h 22696   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[58ACh 22700   4]     Parking Protocol Version : 00000000
[58B0h 22704   4]        Performance Interrupt : 00000000
[58B4h 22708   8]               Parked Address : 0000000000000000
[58BCh 22716   8]                 Base Address : 0000000000000000
[58C4h 22724   8]     Virtual GIC Base Address : 0000000000000000
[58CCh 22732   8]  Hypervisor GIC Base Address : 0000000000000000
[58D4h 22740   4]        Virtual GIC Interrupt : 00000000
[58D8h 22744   8]   Redistributor Base Address : 0000000000000000
[58E0h 22752   8]                    ARM MPIDR : 000000000000110B
[58E8h 22760   1]             Efficiency Class : 00
[58E9h 22761   1]                     Reserved : 00
[58EAh 22762   2]       SPE Overflow Interrupt : 0000

[58ECh 22764   1]                Subtable Type : 0B [Generic Interrupt Controller]
[58EDh 22765   1]                       Length : 50
[58EEh 22766   2]                     Reserved : 0000
[58F0h 22768   4]         CPU Interface Number : 00000000
[58F4h 22772   4]                Processor UID : 0000011C
[58F8h 22776   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[58FCh 22780   4]     Parking Protocol Version : 00000000
[5900h 22784   4]        Performance Interrupt : 00000000
[5904h 22788   8]               Parked Address : 0000000000000000
[590Ch 22796   8]                 Base Address : 0000000000000000
[5914h 22804   8]     Virtual GIC Base Address : 0000000000000000
[591Ch 22812   8]  Hypervisor GIC Base Address : 0000000000000000
[5924h 22820   4]        Virtual GIC Interrupt : 00000000
[5928h 22824   8]   Redistributor Base Address : 0000000000000000
[5930h 22832   8]                    ARM MPIDR : 000000000000110C
[5938h 22840   1]             Efficiency Class : 00
[5939h 22841   1]                     Reserved : 00
[593Ah 22842   2]       SPE Overflow Interrupt : 0000

[593Ch 22844   1]                Subtable Type : 0B [Generic Interrupt Controller]
[593Dh 22845   1]                       Length : 50
[593Eh 22846   2]                     Reserved : 0000
[5940h 22848   4]         CPU Interface Number : 00000000
[5944h 22852   4]                Processor UID : 0000011D
[5948h 22856   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[594Ch 22860   4]     Parking Protocol Version : 00000000
[5950h 22864   4]        Performance Interrupt : 00000000
[5954h 22868   8]               Parked Address : 0000000000000000
[595Ch 22876   8]                 Base Address : 0000000000000000
[5964h 22884   8]     Virtual GIC Base Address : 0000000000000000
[596Ch 22892   8]  Hypervisor GIC Base Address : 0000000000000000
[5974h 22900   4]        Virtual GIC Interrupt : 00000000
[5978h 22904   8]   Redistributor Base Address : 0000000000000000
[5980h 22912   8]                    ARM MPIDR : 000000000000110D
[5988h 22920   1]             Efficiency Class : 00
[5989h 22921   1]                     Reserved : 00
[598Ah 22922   2]       SPE Overflow Interrupt : 0000

[598Ch 22924   1]                Subtable Type : 0B [Generic Interrupt Controller]
[598Dh 22925   1]                       Length : 50
[598Eh 22926   2]                     Reserved : 0000
[5990h 22928   4]         CPU Interface Number : 00000000
[5994h 22932   4]                Processor UID : 0000011E
[5998h 22936   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[599Ch 22940   4]     Parking Protocol Version : 00000000
[59A0h 22944   4]        Performance Interrupt : 00000000
[59A4h 22948   8]               Parked Address : 0000000000000000
[59ACh 22956   8]                 Base Address : 0000000000000000
[59B4h 22964   8]     Virtual GIC Base Address : 0000000000000000
[59BCh 22972   8]  Hypervisor GIC Base Address : 0000000000000000
[59C4h 22980   4]        Virtual GIC Interrupt : 00000000
[59C8h 22984   8]   Redistributor Base Address : 0000000000000000
[59D0h 22992   8]                    ARM MPIDR : 000000000000110E
[59D8h 23000   1]             Efficiency Class : 00
[59D9h 23001   1]                     Reserved : 00
[59DAh 23002   2]       SPE Overflow Interrupt : 0000

[59DCh 23004   1]                Subtable Type : 0B [Generic Interrupt Controller]
[59DDh 23005   1]                       Length : 50
[59DEh 23006   2]                     Reserved : 0000
[59E0h 23008   4]         CPU Interface Number : 00000000
[59E4h 23012   4]                Processor UID : 0000011F
[59E8h 23016   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[59ECh 23020   4]     Parking Protocol Version : 00000000
[59F0h 23024   4]        Performance Interrupt : 00000000
[59F4h 23028   8]               Parked Address : 0000000000000000
[59FCh 23036   8]                 Base Address : 0000000000000000
[5A04h 23044   8]     Virtual GIC Base Address : 0000000000000000
[5A0Ch 23052   8]  Hypervisor GIC Base Address : 0000000000000000
[5A14h 23060   4]        Virtual GIC Interrupt : 00000000
[5A18h 23064   8]   Redistributor Base Address : 0000000000000000
[5A20h 23072   8]                    ARM MPIDR : 000000000000110F
[5A28h 23080   1]             Efficiency Class : 00
[5A29h 23081   1]                     Reserved : 00
[5A2Ah 23082   2]       SPE Overflow Interrupt : 0000

[5A2Ch 23084   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5A2Dh 23085   1]                       Length : 50
[5A2Eh 23086   2]                     Reserved : 0000
[5A30h 23088   4]         CPU Interface Number : 00000000
[5A34h 23092   4]                Processor UID : 00000120
[5A38h 23096   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5A3Ch 23100   4]     Parking Protocol Version : 00000000
[5A40h 23104   4]        Performance Interrupt : 00000000
[5A44h 23108   8]               Parked Address : 0000000000000000
[5A4Ch 23116   8]                 Base Address : 0000000000000000
[5A54h 23124   8]     Virtual GIC Base Address : 0000000000000000
[5A5Ch 23132   8]  Hypervisor GIC Base Address : 0000000000000000
[5A64h 23140   4]        Virtual GIC Interrupt : 00000000
[5A68h 23144   8]   Redistributor Base Address : 0000000000000000
[5A70h 23152   8]                    ARM MPIDR : 0000000000001200
[5A78h 23160   1]             Efficiency Class : 00
[5A79h 23161   1]                     Reserved : 00
[5A7Ah 23162   2]       SPE Overflow Interrupt : 0000

[5A7Ch 23164   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5A7Dh 23165   1]                       Length : 50
[5A7Eh 23166   2]                     Reserved : 0000
[5A80h 23168   4]         CPU Interface Number : 00000000
[5A84h 23172   4]                Processor UID : 00000121
[5A88h 23176   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5A8Ch 23180   4]     Parking Protocol Version : 00000000
[5A90h 23184   4]        Performance Interrupt : 00000000
[5A94h 23188   8]               Parked Address : 0000000000000000
[5A9Ch 23196   8]                 Base Address : 0000000000000000
[5AA4h 23204   8]     Virtual GIC Base Address : 0000000000000000
[5AACh 23212   8]  Hypervisor GIC Base Address : 0000000000000000
[5AB4h 23220   4]        Virtual GIC Interrupt : 00000000
[5AB8h 23224   8]   Redistributor Base Address : 0000000000000000
[5AC0h 23232   8]                    ARM MPIDR : 0000000000001201
[5AC8h 23240   1]             Efficiency Class : 00
[5AC9h 23241   1]                     Reserved : 00
[5ACAh 23242   2]       SPE Overflow Interrupt : 0000

[5ACCh 23244   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5ACDh 23245   1]                       Length : 50
[5ACEh 23246   2]                     Reserved : 0000
[5AD0h 23248   4]         CPU Interface Number : 00000000
[5AD4h 23252   4]                Processor UID : 00000122
[5AD8h 23256   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5ADCh 23260   4]     Parking Protocol Version : 00000000
[5AE0h 23264   4]        Performance Interrupt : 00000000
[5AE4h 23268   8]               Parked Address : 0000000000000000
[5AECh 23276   8]                 Base Address : 0000000000000000
[5AF4h 23284   8]     Virtual GIC Base Address : 0000000000000000
[5AFCh 23292   8]  Hypervisor GIC Base Address : 0000000000000000
[5B04h 23300   4]        Virtual GIC Interrupt : 00000000
[5B08h 23304   8]   Redistributor Base Address : 0000000000000000
[5B10h 23312   8]                    ARM MPIDR : 0000000000001202
[5B18h 23320   1]             Efficiency Class : 00
[5B19h 23321   1]                     Reserved : 00
[5B1Ah 23322   2]       SPE Overflow Interrupt : 0000

[5B1Ch 23324   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5B1Dh 23325   1]                       Length : 50
[5B1Eh 23326   2]                     Reserved : 0000
[5B20h 23328   4]         CPU Interface Number : 00000000
[5B24h 23332   4]                Processor UID : 00000123
[5B28h 23336   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5B2Ch 23340   4]     Parking Protocol Version : 00000000
[5B30h 23344   4]        Performance Interrupt : 00000000
[5B34h 23348   8]               Parked Address : 0000000000000000
[5B3Ch 23356   8]                 Base Address : 0000000000000000
[5B44h 23364   8]     Virtual GIC Base Address : 0000000000000000
[5B4Ch 23372   8]  Hypervisor GIC Base Address : 0000000000000000
[5B54h 23380   4]        Virtual GIC Interrupt : 00000000
[5B58h 23384   8]   Redistributor Base Address : 0000000000000000
[5B60h 23392   8]                    ARM MPIDR : 0000000000001203
[5B68h 23400   1]             Efficiency Class : 00
[5B69h 23401   1]                     Reserved : 00
[5B6Ah 23402   2]       SPE Overflow Interrupt : 0000

[5B6Ch 23404   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5B6Dh 23405   1]                       Length : 50
[5B6Eh 23406   2]                     Reserved : 0000
[5B70h 23408   4]         CPU Interface Number : 00000000
[5B74h 23412   4]                Processor UID : 00000124
[5B78h 23416   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5B7Ch 23420   4]     Parking Protocol Version : 00000000
[5B80h 23424   4]        Performance Interrupt : 00000000
[5B84h 23428   8]               Parked Address : 0000000000000000
[5B8Ch 23436   8]                 Base Address : 0000000000000000
[5B94h 23444   8]     Virtual GIC Base Address : 0000000000000000
[5B9Ch 23452   8]  Hypervisor GIC Base Address : 0000000000000000
[5BA4h 23460   4]        Virtual GIC Interrupt : 00000000
[5BA8h 23464   8]   Redistributor Base Address : 0000000000000000
[5BB0h 23472   8]                    ARM MPIDR : 0000000000001204
[5BB8h 23480   1]             Efficiency Class : 00
[5BB9h 23481   1]                     Reserved : 00
[5BBAh 23482   2]       SPE Overflow Interrupt : 0000

[5BBCh 23484   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5BBDh 23485   1]                       Length : 50
[5BBEh 23486   2]                     Reserved : 0000
[5BC0h 23488   4]         CPU Interface Number : 00000000
[5BC4h 23492   4]                Processor UID : 00000125
[5BC8h 23496   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5BCCh 23500   4]     Parking Protocol Version : 00000000
[5BD0h 23504   4]        Performance Interrupt : 00000000
[5BD4h 23508   8]               Parked Address : 0000000000000000
[5BDCh 23516   8]                 Base Address : 0000000000000000
[5BE4h 23524   8]     Virtual GIC Base Address : 0000000000000000
[5BECh 23532   8]  Hypervisor GIC Base Address : 0000000000000000
[5BF4h 23540   4]        Virtual GIC Interrupt : 00000000
[5BF8h 23544   8]   Redistributor Base Address : 0000000000000000
[5C00h 23552   8]                    ARM MPIDR : 0000000000001205
[5C08h 23560   1]             Efficiency Class : 00
[5C09h 23561   1]                     Reserved : 00
[5C0Ah 23562   2]       SPE Overflow Interrupt : 0000

[5C0Ch 23564   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5C0Dh 23565   1]                       Length : 50
[5C0Eh 23566   2]                     Reserved : 0000
[5C10h 23568   4]         CPU Interface Number : 00000000
[5C14h 23572   4]                Processor UID : 00000126
[5C18h 23576   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5C1Ch 23580   4]     Parking Protocol Version : 00000000
[5C20h 23584   4]        Performance Interrupt : 00000000
[5C24h 23588   8]               Parked Address : 0000000000000000
[5C2Ch 23596   8]                 Base Address : 0000000000000000
[5C34h 23604   8]     Virtual GIC Base Address : 0000000000000000
[5C3Ch 23612   8]  Hypervisor GIC Base Address : 0000000000000000
[5C44h 23620   4]        Virtual GIC Interrupt : 00000000
[5C48h 23624   8]   Redistributor Base Address : 0000000000000000
[5C50h 23632   8]                    ARM MPIDR : 0000000000001206
[5C58h 23640   1]             Efficiency Class : 00
[5C59h 23641   1]                     Reserved : 00
[5C5Ah 23642   2]       SPE Overflow Interrupt : 0000

[5C5Ch 23644   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5C5Dh 23645   1]                       Length : 50
[5C5Eh 23646   2]                     Reserved : 0000
[5C60h 23648   4]         CPU Interface Number : 00000000
[5C64h 23652   4]                Processor UID : 00000127
[5C68h 23656   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5C6Ch 23660   4]     Parking Protocol Version : 00000000
[5C70h 23664   4]        Performance Interrupt : 00000000
[5C74h 23668   8]               Parked Address : 0000000000000000
[5C7Ch 23676   8]                 Base Address : 0000000000000000
[5C84h 23684   8]     Virtual GIC Base Address : 0000000000000000
[5C8Ch 23692   8]  Hypervisor GIC Base Address : 0000000000000000
[5C94h 23700   4]        Virtual GIC Interrupt : 00000000
[5C98h 23704   8]   Redistributor Base Address : 0000000000000000
[5CA0h 23712   8]                    ARM MPIDR : 0000000000001207
[5CA8h 23720   1]             Efficiency Class : 00
[5CA9h 23721   1]                     Reserved : 00
[5CAAh 23722   2]       SPE Overflow Interrupt : 0000

[5CACh 23724   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5CADh 23725   1]                       Length : 50
[5CAEh 23726   2]                     Reserved : 0000
[5CB0h 23728   4]         CPU Interface Number : 00000000
[5CB4h 23732   4]                Processor UID : 00000128
[5CB8h 23736   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5CBCh 23740   4]     Parking Protocol Version : 00000000
[5CC0h 23744   4]        Performance Interrupt : 00000000
[5CC4h 23748   8]               Parked Address : 0000000000000000
[5CCCh 23756   8]                 Base Address : 0000000000000000
[5CD4h 23764   8]     Virtual GIC Base Address : 0000000000000000
[5CDCh 23772   8]  Hypervisor GIC Base Address : 0000000000000000
[5CE4h 23780   4]        Virtual GIC Interrupt : 00000000
[5CE8h 23784   8]   Redistributor Base Address : 0000000000000000
[5CF0h 23792   8]                    ARM MPIDR : 0000000000001208
[5CF8h 23800   1]             Efficiency Class : 00
[5CF9h 23801   1]                     Reserved : 00
[5CFAh 23802   2]       SPE Overflow Interrupt : 0000

[5CFCh 23804   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5CFDh 23805   1]                       Length : 50
[5CFEh 23806   2]                     Reserved : 0000
[5D00h 23808   4]         CPU Interface Number : 00000000
[5D04h 23812   4]                Processor UID : 00000129
[5D08h 23816   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5D0Ch 23820   4]     Parking Protocol Version : 00000000
[5D10h 23824   4]        Performance Interrupt : 00000000
[5D14h 23828   8]               Parked Address : 0000000000000000
[5D1Ch 23836   8]                 Base Address : 0000000000000000
[5D24h 23844   8]     Virtual GIC Base Address : 0000000000000000
[5D2Ch 23852   8]  Hypervisor GIC Base Address : 0000000000000000
[5D34h 23860   4]        Virtual GIC Interrupt : 00000000
[5D38h 23864   8]   Redistributor Base Address : 0000000000000000
[5D40h 23872   8]                    ARM MPIDR : 0000000000001209
[5D48h 23880   1]             Efficiency Class : 00
[5D49h 23881   1]                     Reserved : 00
[5D4Ah 23882   2]       SPE Overflow Interrupt : 0000

[5D4Ch 23884   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5D4Dh 23885   1]                       Length : 50
[5D4Eh 23886   2]                     Reserved : 0000
[5D50h 23888   4]         CPU Interface Number : 00000000
[5D54h 23892   4]                Processor UID : 0000012A
[5D58h 23896   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5D5Ch 23900   4]     Parking Protocol Version : 00000000
[5D60h 23904   4]        Performance Interrupt : 00000000
[5D64h 23908   8]               Parked Address : 0000000000000000
[5D6Ch 23916   8]                 Base Address : 0000000000000000
[5D74h 23924   8]     Virtual GIC Base Address : 0000000000000000
[5D7Ch 23932   8]  Hypervisor GIC Base Address : 0000000000000000
[5D84h 23940   4]        Virtual GIC Interrupt : 00000000
[5D88h 23944   8]   Redistributor Base Address : 0000000000000000
[5D90h 23952   8]                    ARM MPIDR : 000000000000120A
[5D98h 23960   1]             Efficiency Class : 00
[5D99h 23961   1]                     Reserved : 00
[5D9Ah 23962   2]       SPE Overflow Interrupt : 0000

[5D9Ch 23964   1]                Subtable Type : 0B [Generic Interrupt Controller]
[5D9Dh 23965   1]                       Length : 50
[5D9Eh 23966   2]                     Reserved : 0000
[5DA0h 23968   4]         CPU Interface Number : 00000000
[5DA4h 23972   4]                Processor UID : 0000012B
[5DA8h 23976   4]        Flags (decoded below) : 00000001
                           Processor Enabled : 1
          Performance Interrupt Trigger Mode : 0
          Virtual GIC Interrupt Trigger Mode : 0
[5DACh 23980   4]     Parking Protocol Version : 00000000
[5DB0h 23984   4]        Performance Interrupt : 00000000
[5DB4h 23988   8]               Parked Address : 0000000000000000
[5DBCh 23996   8]                 Base Address : 0000000000000000
[5DC4h 24004   8]     Virtual GIC Base Address : 0000000000000000
[5DCCh 24012   8]  Hypervisor GIC Base Address : 0000000000000000
[5DD4h 24020   4]        Virtual GIC Interrupt : 00000000
[5DD8h 24024   8]   Redistributor Base Address : 0000000000000000
[5DE0h 24032   8]                    ARM MPIDR : 000000000000120B
[5DE8h 24040   1]             Efficiency Class : 00
[5DE9h 24041   1]                     Reserved : 00
[5DEAh 24042   2]       SPE Overflow Interrupt : 0000

[5DECh 24044   1]                Subtable Type : 0C [Generic Interrupt Distributor]
[5DEDh 24045   1]                       Length : 18
[5DEEh 24046   2]                     Reserved : 0000
[5DF0h 24048   4]        Local GIC Hardware ID : 00000000
[5DF4h 24052   8]                 Base Address : 0000000008000000
[5DFCh 24060   4]               Interrupt Base : 00000000
[5E00h 24064   1]                      Version : 03
[5E01h 24065   3]                     Reserved : 000000

[5E04h 24068   1]                Subtable Type : 0E [Generic Interrupt Redistributor]
[5E05h 24069   1]                       Length : 10
[5E06h 24070   2]                     Reserved : 0000
[5E08h 24072   8]                 Base Address : 0000000010000000
[5E10h 24080   4]                       Length : 012C0000

[5E14h 24084   1]                Subtable Type : 0E [Generic Interrupt Redistributor]
[5E15h 24085   1]                       Length : 10
[5E16h 24086   2]                     Reserved : 0000
[5E18h 24088   8]                 Base Address : 0000000020000000
[5E20h 24096   4]                       Length : 012C0000
