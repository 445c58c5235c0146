DefinitionBlock ("", "SSDT", 2, "ACME", "EXTRA", 0x00000001)
{
    Name (\XTRA, 0x2A)
}
