using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Evidence;

/// <summary>
/// <c>/incident export</c> — sends whoever asked the timeline with its proof. As a direct message and nowhere else: a file in a
/// channel is everybody's, and what is on a private incident's timeline is not.
/// </summary>
internal sealed class SendExport : ISubcommand
{
    public Usage Usage => new("export", "", Unspoken("Send you the timeline with its proof, as a file"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        turn.Owe(new SendBundle(incident.Id.Number, turn.By.Value));
        turn.Confirm(ExportReplies.Coming(incident), "being sent");
    }
}

/// <summary>Sends a person an incident's bundle directly, once.</summary>
[StoredAs("send-bundle")]
internal sealed record SendBundle(int Number, string User) : Effect
{
    public override string Stream => $"dm:{User}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        [new("conversations.open"), new("files.getUploadURLExternal"), new("files.completeUploadExternal"), .. SlackCall.Look(inDoubt, "conversations.history")];

    public override Fact WhenGivenUp(string error) => new BundleNotSent(Number, User, error);
}

/// <summary>The bundle could not be sent; the reason is Slack's code or ours.</summary>
[StoredAs("bundle-not-sent")]
internal sealed record BundleNotSent(int Number, string User, string Reason) : Fact
{
    /// <summary>It has more versions than are sent.</summary>
    public const string TooLong = "too_long";
}
