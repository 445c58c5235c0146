[000h 0000   4]                    Signature : "SRAT"    [System Resource Affinity Table]
[004h 0004   4]                 Table Length : 000000B8
[008h 0008   1]                     Revision : 03
[009h 0009   1]                     Checksum : CF
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
[033h 0051   1]                      Apic ID : 02
[034h 0052   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[038h 0056   1]              Local Sapic EID : 00
[039h 0057   3]    Proximity Domain High(24) : 000000
[03Ch 0060   4]                 Clock Domain : 00000000

[040h 0064   1]                Subtable Type : 02 [Processor Local x2APIC Affinity]
[041h 0065   1]                       Length : 18

[042h 0066   2]                    Reserved1 : 0000
[044h 0068   4]             Proximity Domain : 00000001
[048h 0072   4]                      Apic ID : 00000100
[04Ch 0076   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[050h 0080   4]                 Clock Domain : 00000000
[054h 0084   4]                    Reserved2 : 00000000

[058h 0088   1]                Subtable Type : 00 [Processor Local APIC/SAPIC Affinity]
[059h 0089   1]                       Length : 10

[05Ah 0090   1]      Proximity Domain Low(8) : 00
[05Bh 0091   1]                      Apic ID : FE
[05Ch 0092   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
[060h 0096   1]              Local Sapic EID : 00
[061h 0097   3]    Proximity Domain High(24) : 000000
[064h 0100   4]                 Clock Domain : 00000000

[068h 0104   1]                Subtable Type : 01 [Memory Affinity]
[069h 0105   1]                       Length : 28

[06Ah 0106   4]             Proximity Domain : 00000000
[06Eh 0110   2]                    Reserved1 : 0000
[070h 0112   8]                 Base Address : 0000000000000000
[078h 0120   8]               Address Length : 0000000040000000
[080h 0128   4]                    Reserved2 : 00000000
[084h 0132   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[088h 0136   8]                    Reserved3 : 0000000000000000

[090h 0144   1]                Subtable Type : 01 [Memory Affinity]
[091h 0145   1]                       Length : 28

[092h 0146   4]             Proximity Domain : 00000001
[096h 0150   2]                    Reserved1 : 0000
[098h 0152   8]                 Base Address : 0000000100000000
[0A0h 0160   8]               Address Length : 0000000040000000
[0A8h 0168   4]                    Reserved2 : 00000000
[0ACh 0172   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[0B0h 0176   8]                    Reserved3 : 0000000000000000
