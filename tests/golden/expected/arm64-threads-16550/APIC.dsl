[000h 0000   4]                    Signature : "APIC"    [Multiple APIC Description Table (MADT)]
[004h 0004   4]                 Table Length : 000006AC
[008h 0008   1]                     Revision : 05
[009h 0009   1]                     Checksum : C6
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

[66Ch 1644   1]                Subtable Type : 0C [Generic Interrupt Distributor]
[66Dh 1645   1]                       Length : 18
[66Eh 1646   2]                     Reserved : 0000
[670h 1648   4]        Local GIC Hardware ID : 00000000
[674h 1652   8]                 Base Address : 0000000008000000
[67Ch 1660   4]               Interrupt Base : 00000000
[680h 1664   1]                      Version : 03
[681h 1665   3]                     Reserved : 000000

[684h 1668   1]                Subtable Type : 0D [Generic MSI Frame]
[685h 1669   1]                       Length : 18
[686h 1670   2]                     Reserved : 0000
[688h 1672   4]                 MSI Frame ID : 00000000
[68Ch 1676   8]                 Base Address : 0000000008020000
[694h 1684   4]        Flags (decoded below) : 00000001
                                  Select SPI : 1
[698h 1688   2]                    SPI Count : 0100
[69Ah 1690   2]                     SPI Base : 0200

[69Ch 1692   1]                Subtable Type : 0E [Generic Interrupt Redistributor]
[69Dh 1693   1]                       Length : 10
[69Eh 1694   2]                     Reserved : 0000
[6A0h 1696   8]                 Base Address : 0000000008200000
[6A8h 1704   4]                       Length : 00280000
