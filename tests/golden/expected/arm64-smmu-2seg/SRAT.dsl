[000h 0000   4]                    Signature : "SRAT"    [System Resource Affinity Table]
[004h 0004   4]                 Table Length : 000000B6
[008h 0008   1]                     Revision : 03
[009h 0009   1]                     Checksum : 4A
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

[044h 0068   4]             Proximity Domain : 00000001
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

[066h 0102   1]                Subtable Type : 01 [Memory Affinity]
[067h 0103   1]                       Length : 28

[068h 0104   4]             Proximity Domain : 00000000
[06Ch 0108   2]                    Reserved1 : 0000
[06Eh 0110   8]                 Base Address : 0000000080000000
[076h 0118   8]               Address Length : 0000000040000000
[07Eh 0126   4]                    Reserved2 : 00000000
[082h 0130   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[086h 0134   8]                    Reserved3 : 0000000000000000

[08Eh 0142   1]                Subtable Type : 01 [Memory Affinity]
[08Fh 0143   1]                       Length : 28

[090h 0144   4]             Proximity Domain : 00000001
[094h 0148   2]                    Reserved1 : 0000
[096h 0150   8]                 Base Address : 0000000100000000
[09Eh 0158   8]               Address Length : 0000000040000000
[0A6h 0166   4]                    Reserved2 : 00000000
[0AAh 0170   4]        Flags (decoded below) : 00000001
                                     Enabled : 1
                               Hot Pluggable : 0
                                Non-Volatile : 0
[0AEh 0174   8]                    Reserved3 : 0000000000000000
