namespace IncidentBot.Configuration;

/// <summary>Reads how command is handed over.</summary>
internal static class CommandSection
{
    public static CommandOptions Read(ConfigSection root)
    {
        var command = root.Part("command");
        return new CommandOptions
        {
            OfferFor = command.Read("offer_for", SettingWords.Duration),
        };
    }
}
