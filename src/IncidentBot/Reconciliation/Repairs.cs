using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Timeline;

namespace IncidentBot.Reconciliation;

/// <summary>Puts right what stands otherwise in Slack, the same way as if it had been heard.</summary>
internal static class Repairs
{
    public static async Task<Repaired> MakeAsync(
        Incident incident, string channel, IReadOnlyList<Difference> differences, IReadOnlyDictionary<string, string> words, bool isAskedFor, Turn turn, CancellationToken ct)
    {
        foreach (var difference in differences)
        {
            switch (difference)
            {
                case Difference.Deleted gone when CapturedMessage.Deleted(gone.Entry, turn.Now) is { } revision:
                    await turn.ReviseAsync(revision, ct);
                    break;
                case Difference.Edited edited:
                    await EditAsync(edited, channel, words[edited.Ts], turn, ct);
                    break;
            }
        }
        foreach (var set in differences.OfType<Difference.Set>())
        {
            if (await MergedMarks.KeptByAsync(incident, turn, ct) is not { } kept)
                break;
            var capture = new Capture(channel, set.Ts, set.Means, set.Holder, set.By, set.At);
            if (set.Message is { } message && await turn.EntryOfAsync(kept.Id, channel, set.Ts, ct) is null)
                await Captures.RecordAsync(kept, capture, EntryOf(message, set, kept, channel, words[set.Ts], turn), turn, ct);
            else
                await Captures.SetAsync(kept, capture, set.Kind, turn, ct);
        }
        foreach (var back in differences.OfType<Difference.TakenBack>())
        {
            var by = back.By ?? new UserId(turn.Workspace.BotUserId);
            await MergedMarks.TakeBackAsync(incident, new Capture(channel, back.Ts, back.Means, back.Holder, by, back.At), turn, ct);
        }
        var unheard = new List<UnheardEmoji>();
        foreach (var each in differences.OfType<Difference.Unheard>())
        {
            var emoji = new Capture(channel, each.Ts, each.Means, each.By.Value, each.By, each.At);
            if (!isAskedFor && !await CardEmoji.IsLongSeenAsync(incident, emoji, turn, ct))
                continue;
            unheard.Add(new UnheardEmoji(emoji, CommandLine.Read(each.Line)));
            await CardEmoji.TellUnheardAsync(incident, emoji, unheard[^1].Line, turn, ct);
        }
        return new Repaired(
            differences.OfType<Difference.Set>().Count(set => set.Message is not null),
            differences.OfType<Difference.TakenBack>().Count(),
            differences.OfType<Difference.Edited>().Count(),
            differences.OfType<Difference.Deleted>().Count(),
            differences.OfType<Difference.Set>().Count(set => set.Message is null))
        {
            Unheard = unheard,
            NotBefore = [.. differences.OfType<Difference.Set>().Select(set => SlackTs.ToTime(set.Ts))],
            At = [.. differences.OfType<Difference.Edited>().Select(edited => edited.Message.EditedAt).OfType<DateTimeOffset>()],
        };
    }

    private static TimelineEntry EntryOf(MessageSeen message, Difference.Set set, Incident incident, string channel, string words, Turn turn) =>
        Captured.Entry(incident.Id, set.Kind, new MessageRef(new ChannelId(channel), set.Ts), message.ThreadTs, message.Writer, words, set.By, turn) with
        {
            SourceEditedAt = message.EditedAt,
            Files = EntryFiles.Of(message.Files ?? []),
        };

    private static async Task EditAsync(Difference.Edited edited, string channel, string words, Turn turn, CancellationToken ct)
    {
        var editor = new UserId(edited.Message.EditedBy ?? turn.Workspace.BotUserId);
        if (await turn.EntryOfAsync(edited.Entry.Incident, channel, edited.Ts, ct) is { } entry)
            await SourceEdits.FollowAsync(entry, words, edited.Message.EditedAt, editor, channel, isPrivateThere: false, turn, ct);
    }

    /// <summary>
    /// What is really to be put right: programs' emoji and pins change nothing, nor do those of people who may not record anything, an edit that somebody corrected since is
    /// settled, and one that left the words as they were is none. Null after having arranged that it is looked again once
    /// Slack has said who people are.
    /// </summary>
    public static async Task<(IReadOnlyList<Difference> Differences, IReadOnlyDictionary<string, string> Words)?> SettleAsync(
        Incident incident, IReadOnlyList<Difference> differences, Turn turn, CancellationToken ct)
    {
        var programs = await ProgramsAsync([.. differences.Select(WhoseMark).OfType<UserId>().Distinct()], turn, ct);
        var barred = await BarredAsync(incident, [.. differences.OfType<Difference.Set>().Select(set => set.By).Distinct()], turn, ct);
        var words = await WordsAsync(differences, turn, ct);
        if (turn.WaitsFor is not null)
            return null;
        var real = new List<Difference>(differences.Count);
        foreach (var difference in differences)
        {
            var isReal = difference switch
            {
                Difference.Set set when barred.Contains(set.By) => false,
                Difference.Set or Difference.Unheard => !programs.Contains(WhoseMark(difference)!.Value),
                Difference.Edited edited => edited.Entry.Text != words[edited.Ts] && !await SourceEdits.IsCorrectedSinceAsync(edited.Entry, edited.Message.EditedAt, turn, ct),
                _ => true,
            };
            if (isReal)
                real.Add(difference);
        }
        return (real, words);
    }

    private static UserId? WhoseMark(Difference difference) => difference switch
    {
        Difference.Set set => set.By,
        Difference.Unheard unheard => unheard.By,
        _ => null,
    };

    private static async Task<HashSet<UserId>> ProgramsAsync(UserId[] people, Turn turn, CancellationToken ct)
    {
        var programs = new HashSet<UserId>();
        foreach (var person in people)
        {
            if (await turn.PersonOrWaitAsync(person, TimeSpan.MaxValue, ct) is { IsBot: true })
                programs.Add(person);
        }
        return programs;
    }

    private static async Task<HashSet<UserId>> BarredAsync(Incident incident, UserId[] people, Turn turn, CancellationToken ct)
    {
        if (people.Length == 0)
            return [];
        if (await MergedMarks.KeptByAsync(incident, turn, ct) is not { } kept)
            return [.. people];
        var barred = new HashSet<UserId>();
        foreach (var person in people)
        {
            if (await turn.JudgeAsync("note", person, incident.Channel, kept, null, ct) is Verdict.No)
                barred.Add(person);
        }
        return barred;
    }

    private static async Task<Dictionary<string, string>> WordsAsync(IReadOnlyList<Difference> differences, Turn turn, CancellationToken ct)
    {
        var words = new Dictionary<string, string>();
        foreach (var message in differences.Select(difference => difference switch
        {
            Difference.Set set => set.Message,
            Difference.Edited edited => edited.Message,
            _ => null,
        }).OfType<MessageSeen>().DistinctBy(message => message.Ts))
            words[message.Ts] = await MessageWords.OrWaitAsync(message.Text, turn, ct) ?? "";
        return words;
    }
}
