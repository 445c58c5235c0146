DefinitionBlock ("", "SSDT", 2, "ACME", "EXTRA2", 0x00000001)
{
    Name (\XTR2, "two")
}
