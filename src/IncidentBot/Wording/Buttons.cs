using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>A button is a command somebody typed for you: its value is the command line, with the incident's number in front.</summary>
internal static class Buttons
{
    /// <summary>What the action ids of such buttons begin with; the rest makes them unique in their block.</summary>
    public const string Prefix = "run";

    /// <summary>How much of a button's value is left for what people wrote: an incident's number and a few words of ours stand in front.</summary>
    public const int Room = BlockLimits.ButtonValueMax - 100;

    public static Button Run(Incident incident, string text, string line, ButtonStyle style = ButtonStyle.Default, ConfirmationDialog? confirm = null) =>
        Run(text, string.Create(CultureInfo.InvariantCulture, $"#{incident.Id.Number} {line}"), style, confirm);

    public static Button Run(string text, string line, ButtonStyle style = ButtonStyle.Default, ConfirmationDialog? confirm = null) => new()
    {
        ActionId = $"{Prefix}:{line[..Math.Min(line.Length, 200)]}",
        Text = text,
        Value = line,
        Style = style,
        Confirm = confirm,
    };

    public static StaticSelectMenu Choose(Incident incident, string id, string placeholder, IEnumerable<(string Text, string Line)> choices) => new()
    {
        ActionId = $"{Prefix}:{id}",
        Placeholder = placeholder,
        Options =
        [
            .. choices.Select(choice => new Option
            {
                Text = new PlainText(choice.Text),
                Value = string.Create(CultureInfo.InvariantCulture, $"#{incident.Id.Number} {choice.Line}"),
            }),
        ],
    };
}
