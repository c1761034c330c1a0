using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Evidence;

/// <summary>
/// The first line of a bundle. A bundle is JSON Lines: this line, then one <see cref="BundleVersion"/> per line, by sequence.
/// So it is written and checked line by line, however long the timeline is. README.md, <i>Evidence</i>, documents it.
/// </summary>
internal sealed record BundleHeader
{
    public const string Name = "incidentbot-timeline";
    public const int Current = 1;

    public required string Format { get; init; }

    public required int FormatVersion { get; init; }

    public required string Team { get; init; }

    public required int Incident { get; init; }

    /// <summary>How many version lines follow.</summary>
    public required int Versions { get; init; }

    /// <summary>The last link, as hexadecimal digits.</summary>
    public required string Head { get; init; }

    public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>For readers; the chain does not cover it, the timeline's own entries say the same.</summary>
    public required BundleIncident About { get; init; }

    /// <summary>Who is behind the ids in the lines below, as far as the bot knows their names; for readers, not covered by the chain. Older bundles of this format have none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? People { get; init; }
}

/// <summary>What the incident is, for those who open the file.</summary>
internal sealed record BundleIncident(string Title, string Severity, string Status, DateTimeOffset DeclaredAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt);

/// <summary>One version of one entry. Hashes are hexadecimal digits; texts are Slack mrkdwn.</summary>
internal sealed record BundleVersion
{
    public required int Sequence { get; init; }

    public required int Entry { get; init; }

    public required int Version { get; init; }

    public required EntryChange Change { get; init; }

    public required EntryKind Kind { get; init; }

    public required EntryState State { get; init; }

    /// <summary>Null where it was redacted, like the next two.</summary>
    public string? Text { get; init; }

    public string? Why { get; init; }

    public string? AsGiven { get; init; }

    /// <summary>The files of the message; null where it has none, or where it was redacted.</summary>
    public IReadOnlyList<BundleFile>? Files { get; init; }

    public DateTimeOffset? HappenedAt { get; init; }

    public required TimePrecision Precision { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? Author { get; init; }

    public required string AuthorName { get; init; }

    public string? Channel { get; init; }

    public string? Ts { get; init; }

    /// <summary>Null where the words were redacted.</summary>
    public string? Salt { get; init; }

    public required string Commitment { get; init; }

    public required string Digest { get; init; }

    public required string Link { get; init; }

    public static BundleVersion Of(ChainedVersion chained)
    {
        var (version, origin) = (chained.Version, chained.Origin);
        return new BundleVersion
        {
            Sequence = version.Sequence,
            Entry = version.Entry,
            Version = version.Number,
            Change = version.Change,
            Kind = version.Kind,
            State = version.State,
            Text = chained.IsRedacted ? null : version.Text,
            Why = chained.IsRedacted ? null : version.Why,
            AsGiven = chained.IsRedacted ? null : version.Happened.AsGiven,
            Files = version.Files.IsEmpty ? null : [.. version.Files.All.Select(file => new BundleFile(file.Id, file.Name, file.Size, file.Fate, file.Hash, file.Why))],
            HappenedAt = version.Happened.Instant,
            Precision = version.Happened.Precision,
            By = version.By.Value,
            RecordedAt = version.RecordedAt,
            Author = origin.Author?.Value,
            AuthorName = origin.AuthorName,
            Channel = origin.Source?.Channel.Value,
            Ts = origin.Source?.Ts,
            Salt = chained.Salt is { } salt ? Convert.ToHexStringLower(salt.AsSpan()) : null,
            Commitment = Convert.ToHexStringLower(chained.Commitment.AsSpan()),
            Digest = Convert.ToHexStringLower(chained.Digest.AsSpan()),
            Link = Convert.ToHexStringLower(chained.Link.AsSpan()),
        };
    }

    /// <exception cref="FormatException">A hash is not one, or a file says nothing.</exception>
    public ChainedVersion ToChained(IncidentId incident) => new(
        new EntryVersion(
            incident, Entry, Version, Change, Kind, Text ?? "", new HappenedAt(HappenedAt, AsGiven ?? "", Precision), State, new UserId(By), Why ?? "", RecordedAt)
        {
            Sequence = Sequence,
            Files = EntryFiles.Of((Files ?? []).Select(file => file is null ? throw new FormatException("A file in the bundle says nothing.") : new EntryFile(file.Id, file.Name, file.Size, file.Fate, file.Sha256, file.Why))),
        },
        new EntryOrigin(
            Author is null ? null : new UserId(Author),
            AuthorName,
            (Channel, Ts) switch
            {
                (null, null) => null,
                ({ } channel, { } ts) => new MessageRef(new ChannelId(channel), ts),
                _ => throw new FormatException("Half of a message: a channel and a ts are hashed together, or neither is there."),
            }),
        Salt is null ? null : Bytes(Salt, EntryChain.SaltLength),
        Bytes(Commitment, EntryChain.HashLength),
        Bytes(Digest, EntryChain.HashLength),
        Bytes(Link, EntryChain.HashLength));

    private static ImmutableArray<byte> Bytes(string digits, int length) => Convert.FromHexString(digits) is { } bytes && bytes.Length == length
        ? [.. bytes]
        : throw new FormatException("A hash in the bundle has the wrong length.");
}

/// <summary>A file of a captured message. Its copy, where there is one, is named by its hash; see README.md, <i>Evidence</i>.</summary>
internal sealed record BundleFile(string Id, string Name, long Size, FileFate Fate, string Sha256, string Why);

/// <summary>What is read first, so that a later format is named and not called altered.</summary>
internal sealed record BundleFormat(string Format, int FormatVersion);

/// <summary>How a bundle's lines are written: names in camel case, readable by people, every tick of every time kept.</summary>
internal static class BundleJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Line<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <summary>
    /// Reads a line that is exactly what would be written. JSON leaves room (a name twice, a name unknown here, another case)
    /// in which readers see what no hash was made of, so what is not the very same text is refused.
    /// </summary>
    /// <exception cref="JsonException">It is no such line.</exception>
    public static T Read<T>(string line)
        where T : class => JsonSerializer.Deserialize<T>(line, Options) is { } value && JsonSerializer.Serialize(value, Options) == line
        ? value
        : throw new JsonException("The line is not as it was written.");

    /// <summary>Reads which format a file says it has, whatever else it says.</summary>
    /// <exception cref="JsonException">It says nothing of the kind.</exception>
    public static BundleFormat? ReadFormat(string line) => JsonSerializer.Deserialize<BundleFormat>(line, Options);
}
