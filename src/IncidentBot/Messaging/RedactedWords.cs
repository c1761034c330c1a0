using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>
/// What a redacted entry said, and in whose rows it is looked for. A text long enough to be nobody else's goes wherever it
/// stands. A short one, and a reason such as <c>a typo</c>, may be another entry's too: it goes from the requests that made
/// the entry and what followed from them, as do the pieces of an impact, which a form has each for itself; a short text also from what was shown to single people about the incident.
/// </summary>
internal sealed partial class RedactedWords
{
    /// <summary>Fewer characters than this may be anybody's words.</summary>
    private const int LongEnough = 8;

    private readonly TimelineEntry entry;
    private readonly IReadOnlySet<DateTimeOffset> recordedAt;
    private readonly Blackening anywhere;
    private readonly Blackening shown;
    private readonly Blackening own;

    /// <param name="entry">The entry.</param>
    /// <param name="forgotten">What it said.</param>
    /// <param name="names">Whoever is named in that, by id.</param>
    public RedactedWords(TimelineEntry entry, ForgottenWords forgotten, IReadOnlyDictionary<string, string> names)
    {
        string[] texts = [.. forgotten.Texts.Select(text => entry.IsFact ? EventWords.PeoplesPart(entry.Kind, text) : text).Where(text => text.Length > 0)];
        if (entry.Kind == EntryKind.Communication)
            texts = [.. texts.Concat(texts.SelectMany(UpdateWords.Pieces)).Distinct()];
        string[] pieces = entry.Kind == EntryKind.Impact ? [.. texts.SelectMany(ImpactWords.Pieces).Distinct()] : [];
        (this.entry, recordedAt) = (entry, forgotten.RecordedAt);
        anywhere = new Blackening(texts.Where(text => text.Length >= LongEnough), names);
        shown = new Blackening(texts, names);
        own = new Blackening([.. texts, .. pieces, .. forgotten.Reasons], names);
        Probes = JsonSerializer.Serialize(texts.Concat(pieces).Concat(forgotten.Reasons).SelectMany(text => WrittenForms.Of(text).Concat(WrittenForms.Of(Unnamed(text, names)))).Where(word => word.Length > 0).Concat(entry.Source is { Ts: var ts } ? [ts] : []).Distinct());
    }

    /// <summary>Where somebody was mentioned, their name stands in no request: what stands around it does.</summary>
    private static string Unnamed(string text, IReadOnlyDictionary<string, string> names) =>
        Named().Replace(names.Values.OrderByDescending(name => name.Length).Aggregate(text, (so, name) => so.Replace($"@{name}", " ", StringComparison.Ordinal)), " ").Trim();

    [GeneratedRegex(@"[@#]\S+")]
    private static partial Regex Named();

    public string Team => entry.Incident.Team.Value;

    public int Number => entry.Incident.Number;

    /// <summary>What one of stands in every row that may carry the words.</summary>
    public string Probes { get; }

    /// <summary>Whether that request made a version of the entry.</summary>
    public bool Made(InboxRow request) =>
        request.Number == Number && (recordedAt.Contains(request.ReceivedAt) || (request.HandledAt is { } handled && recordedAt.Contains(handled)));

    /// <summary>The request's body without them; null where it cannot be read.</summary>
    public byte[]? In(InboxRow request, bool isOwn)
    {
        var words = isOwn ? own : anywhere;
        return BlackenedBody.Of(request.Body, new BlackenedJson(words.In, entry.Source?.Ts), words.In);
    }

    /// <summary>The effect's payload without them.</summary>
    public string In(OutboxRow effect, bool isOwn, bool isPost)
    {
        var words = isOwn ? own : effect.Number == Number && !isPost ? shown : anywhere;
        return new BlackenedJson(words.In, entry.Source?.Ts).In(effect.Payload);
    }

    /// <summary>Whether what is left in an effect that is done with still carries them, where only programs look.</summary>
    public bool AreIn(string payload) => StoredStrings.Of(payload).Any(anywhere.IsIn);
}
