using System.Text.Json;

namespace IncidentBot.Sandbox;

/// <summary>How the app answered a command, a click or a form, as the sandbox saw it.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="LatencyMs">Real milliseconds until the end of the answer's headers.</param>
/// <param name="Error">What the person was told: <c>operation_timeout</c>, <c>trouble_connecting</c>, or null.</param>
public sealed record SandboxDelivery(int Status, string Body, double LatencyMs, string? Error);

/// <summary>What became of a submitted form.</summary>
/// <param name="Delivery">The app's answer; null when the form was not sent because it was incomplete.</param>
/// <param name="Errors">Complaints by block_id.</param>
/// <param name="Open">The forms still open, the one in front last.</param>
public sealed record SandboxSubmission(
    SandboxDelivery? Delivery, IReadOnlyDictionary<string, string> Errors, IReadOnlyList<JsonElement> Open);

/// <summary>What came of typing into a menu whose options the app gives.</summary>
/// <param name="Delivery">The app's answer.</param>
/// <param name="Options">What can be chosen; empty when the answer was of no use.</param>
public sealed record SandboxSuggestions(SandboxDelivery Delivery, IReadOnlyList<JsonElement> Options);

/// <summary>A reaction on a message.</summary>
/// <param name="Name">The emoji's name, without colons.</param>
/// <param name="Count">How many people.</param>
/// <param name="Users">Their ids, in order.</param>
public sealed record SandboxReaction(string Name, int Count, IReadOnlyList<string> Users);

/// <summary>A message as one person sees it.</summary>
/// <param name="Ts">Its id within the channel.</param>
/// <param name="User">The author's id.</param>
/// <param name="Username">A name shown instead of the author's, if any.</param>
/// <param name="IsBot">Whether the app wrote it.</param>
/// <param name="Text">The text in Slack's stored form.</param>
/// <param name="Blocks">The blocks, an empty array if there are none.</param>
/// <param name="ThreadTs">The thread's parent, for replies.</param>
/// <param name="ReplyCount">How many replies it has.</param>
/// <param name="Broadcast">A reply that is shown in the channel too.</param>
/// <param name="Reactions">Its reactions.</param>
/// <param name="Pinned">Whether it is pinned.</param>
/// <param name="Edited">Whether it shows as edited.</param>
/// <param name="Deleted">The tombstone of a thread's parent.</param>
/// <param name="Subtype">Slack's subtype, null for plain messages.</param>
/// <param name="Ephemeral">Only this person sees it.</param>
/// <param name="Metadata">The message metadata, if any.</param>
public sealed record SandboxMessage(
    string Ts,
    string User,
    string? Username,
    bool IsBot,
    string Text,
    JsonElement Blocks,
    string? ThreadTs,
    int ReplyCount,
    bool Broadcast,
    IReadOnlyList<SandboxReaction> Reactions,
    bool Pinned,
    bool Edited,
    bool Deleted,
    string? Subtype,
    bool Ephemeral,
    JsonElement? Metadata);

/// <summary>A user of the workspace.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The short name.</param>
/// <param name="RealName">The full name.</param>
/// <param name="Tz">The IANA time zone, if Slack tells it.</param>
/// <param name="IsBot">The app's bot user or Slackbot.</param>
public sealed record SandboxUser(string Id, string Name, string RealName, string? Tz, bool IsBot);

/// <summary>A conversation as one person sees it.</summary>
/// <param name="Id">The channel id.</param>
/// <param name="Name">The name without #.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Purpose">The description.</param>
/// <param name="IsPrivate">A private channel.</param>
/// <param name="IsIm">A direct message.</param>
/// <param name="IsArchived">Archived.</param>
/// <param name="IsMember">Whether the person is in it.</param>
/// <param name="With">For a direct message, the other side.</param>
/// <param name="Members">User ids in order of joining.</param>
/// <param name="Pins">The ts of pinned messages, newest pin first.</param>
/// <param name="LatestTs">The newest message.</param>
public sealed record SandboxChannel(
    string Id,
    string Name,
    string Topic,
    string Purpose,
    bool IsPrivate,
    bool IsIm,
    bool IsArchived,
    bool IsMember,
    string? With,
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Pins,
    string? LatestTs);

/// <summary>How the app is reached.</summary>
/// <param name="AppId">Its id.</param>
/// <param name="IsInstalled">Whether it can be reached.</param>
/// <param name="SocketMode">Whether over sockets.</param>
/// <param name="Sockets">How many are open.</param>
public sealed record SandboxApp(string AppId, bool IsInstalled, bool SocketMode, int Sockets);

/// <summary>The workspace as one person sees it.</summary>
/// <param name="Revision">Grows with every change.</param>
/// <param name="Now">The workspace's time, UTC.</param>
/// <param name="App">The installed app.</param>
/// <param name="People">Everybody.</param>
/// <param name="Channels">The conversations that person may see.</param>
public sealed record SandboxState(
    long Revision, DateTimeOffset Now, SandboxApp App, IReadOnlyList<SandboxUser> People, IReadOnlyList<SandboxChannel> Channels);

/// <summary>One call or delivery out of the journal.</summary>
/// <param name="N">Its number, growing.</param>
/// <param name="At">The workspace's time, UTC.</param>
/// <param name="Direction"><c>api</c>, <c>response_url</c> or <c>delivery</c>.</param>
/// <param name="Method">The Web API method, or what was delivered.</param>
/// <param name="Args">Arguments or payload, without tokens.</param>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
/// <param name="Answer">The answer's body.</param>
/// <param name="LatencyMs">Real milliseconds.</param>
/// <param name="Attempt">For deliveries: 0 first, then the retry's number.</param>
/// <param name="Reason">For retries: X-Slack-Retry-Reason.</param>
/// <param name="Outcome"><c>ok</c>, an error code, a fault, or how a delivery failed.</param>
public sealed record SandboxJournalEntry(
    long N,
    DateTimeOffset At,
    string Direction,
    string Method,
    JsonElement? Args,
    int Status,
    string? Answer,
    double LatencyMs,
    int Attempt,
    string? Reason,
    string Outcome);
