using IncidentBot.Slack.Requests;

namespace IncidentBot.Wording;

/// <summary>What somebody wrote into a form, to give it back to them.</summary>
internal static class ViewWords
{
    public static string Typed(ViewState state) => Slack.Blocks.Mrkdwn.Escape(string.Join(
        "\n", state.Values.Values.SelectMany(block => block.Values).Select(input => input.Value).Where(text => !string.IsNullOrWhiteSpace(text))));
}
