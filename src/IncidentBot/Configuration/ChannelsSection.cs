using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>channels</c>: what incidents' channels are called.</summary>
internal static class ChannelsSection
{
    public static ChannelNameTemplate Read(ConfigSection root) => root.Part("channels").Read("name", Template);

    private static ChannelNameTemplate Template(string text) =>
        ChannelNameTemplate.Read(text, out var problem, out var unknown) ?? throw new BadSettingException($"\"{text}\" cannot be the name of a channel: {Why(problem, unknown)}");

    private static string Why(ChannelNameProblem problem, string unknown) => problem switch
    {
        ChannelNameProblem.Unknown => $"there is no {{{unknown}}}. {(NearestWord.To(unknown, ChannelNameTemplate.Placeholders) is { } near ? $"Did you mean {{{near}}}?" : $"Write {string.Join(", ", ChannelNameTemplate.Placeholders.Select(name => $"{{{name}}}"))}.")}",
        ChannelNameProblem.Characters => "Slack takes small letters, digits, hyphens and underscores.",
        ChannelNameProblem.NoNumber => "{number} has to be in it, so that every incident has a name of its own.",
        ChannelNameProblem.Twice => "something is in it twice.",
        _ => "filled in, it could be longer than the 80 characters Slack takes. Make it shorter.",
    };
}
