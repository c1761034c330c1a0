using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Which incident a message is for, in a form that was opened on it.</summary>
internal static class IncidentChoices
{
    private const int Most = 50;

    /// <summary>
    /// The incident of the message's own channel first, or the one it goes on as. A private one's messages are offered to no other than
    /// that: what is said there stays there.
    /// </summary>
    public static async Task<IReadOnlyList<Incident>> OfAsync(string remembered, FormReading reading, CancellationToken ct) =>
        await OfAsync(await SourceMessage.FindAsync(remembered, reading.Db, reading.Team, reading.Asker, ct), reading, ct);

    private static async Task<IReadOnlyList<Incident>> OfAsync(SourceMessage? source, FormReading reading, CancellationToken ct)
    {
        var here = source is null ? null : (await reading.Db.Incidents.InChannelAsync(reading.Team, source.Channel, ct))?.ToDomain();
        var first = here is null ? null : await reading.WhereItGoesOnAsync(here, ct);
        if (here is { IsPrivate: true })
            return [first is { IsPrivate: true } ? first : here with { MergedInto = null }];
        if (await reading.Db.People.IsExternalAsync(reading.Team, reading.Asker, ct))
            return first is null ? [] : [first];
        var open = await (await reading.Db.NewestOpenAsync(reading.Team, reading.Asker, Most, ct)).ShownToAsync(reading.Db, reading.Options, reading.Team, reading.Asker, ct);
        return first is null ? open : [first, .. open.Where(incident => incident.Id != first.Id)];
    }

    /// <summary>Whether whoever asks may use one of these words for one of the incidents the form would offer; where not, they were told who can.</summary>
    public static async Task<bool> MayForOneAsync(this Turn turn, string remembered, string[] words, CancellationToken ct)
    {
        if (words.Any(word => turn.Options.Permissions.For(word).Contains(Permitted.Anyone)))
            return true;
        var reading = new FormReading(await turn.StoreAsync(ct), turn.Team, turn.By.Value, turn.Options);
        var source = await SourceMessage.FindAsync(remembered, reading.Db, turn.Team, turn.By.Value, ct);
        var offered = await OfAsync(source, reading, ct);
        if (offered.Count == 0 || await turn.MayForOneAsync(words, source is null ? turn.Here : new ChannelId(source.Channel), offered, ct))
            return true;
        Verdict.No? first = null;
        foreach (var word in words)
        {
            switch (await turn.JudgeByGroupAsync(word, turn.By, ct))
            {
                case Verdict.Granted:
                    return true;
                case Verdict.Postponed:
                    return false;
                case Verdict.No no:
                    first ??= no;
                    break;
            }
        }
        turn.RefuseBeside(PermissionReplies.Refused(first!, offered[0], null, ""), "not permitted");
        return false;
    }

    public static Option Option(Incident incident) => new()
    {
        Text = new PlainText(Mrkdwn.Truncate(Label(incident), BlockLimits.OptionTextMax)),
        Value = incident.Id.Number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Of the one it goes on as only the number: an incident that was merged is offered to whoever may know no more of the other one.</summary>
    private static string Label(Incident incident) => incident.MergedInto is { } there
        ? Speak($"#{there.Number}, where {IncidentWords.Number(incident)} goes on")
        : $"{IncidentWords.Number(incident)} {IncidentWords.Named(incident, incident.Title)}";

    /// <summary>The number that was chosen; null where none was.</summary>
    public static int? Chosen(ViewState state, string block, string action) =>
        int.TryParse(state.GetSelectedOption(block, action), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The form was opened in the message's channel, so that is where the person is.</summary>
    public static Task<Incident?> IncidentAsync(this Turn turn, int number, SourceMessage source, CancellationToken ct)
    {
        turn.ComeBackTo(source.Channel);
        return turn.FindIncidentAsync(number, ct);
    }
}
