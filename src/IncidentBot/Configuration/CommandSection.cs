using IncidentBot.Domain.Roles;

namespace IncidentBot.Configuration;

/// <summary>How command is handed over, and who hears where nobody has it.</summary>
internal sealed record CommandOptions
{
    /// <summary>How long an offer stands.</summary>
    public TimeSpan OfferFor { get; init; } = TimeSpan.FromMinutes(10);

    public FreeCommandPolicy Free { get; init; } = new(TimeSpan.FromMinutes(10), null);

    /// <summary>Whether external people may command.</summary>
    public bool MayBeExternal { get; init; }

    /// <summary>The channel or user group that is told after the incident's own channel; empty for nobody.</summary>
    public string Tell { get; init; } = "";
}

/// <summary>Reads it.</summary>
internal static class CommandSection
{
    public static CommandOptions Read(ConfigSection root)
    {
        var command = root.Part("command");
        var tell = command.Read("tell", SettingWords.ChannelOrGroup);
        var others = command.Read("tell_others_after", SettingWords.Duration);
        return new CommandOptions
        {
            OfferFor = command.Read("offer_for", SettingWords.Duration),
            Free = new FreeCommandPolicy(command.Read("tell_channel_after", SettingWords.OffOr(SettingWords.Duration)), tell.Length > 0 ? others : null),
            Tell = tell,
            MayBeExternal = command.Read("external", SettingWords.OnOrOff),
        };
    }
}
