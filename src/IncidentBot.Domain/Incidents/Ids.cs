namespace IncidentBot.Domain.Incidents;

/// <summary>A Slack workspace, by Slack's id (<c>T…</c>, or <c>E…</c> for an organisation).</summary>
/// <param name="Value">The id as Slack writes it.</param>
public readonly record struct TeamId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A person or bot in Slack, by Slack's id (<c>U…</c> or <c>W…</c>). Never keyed by name.</summary>
/// <param name="Value">The id as Slack writes it.</param>
public readonly record struct UserId(string Value)
{
    /// <summary>Whoever it was: Slack does not say. Its value is empty.</summary>
    public static UserId Unsaid { get; } = new("");

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A Slack conversation, by Slack's id. Its first letter says nothing about its privacy.</summary>
/// <param name="Value">The id as Slack writes it.</param>
public readonly record struct ChannelId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>An incident: its workspace and the number people call it by. Numbers start at 1 and are never used again.</summary>
/// <param name="Team">The workspace it belongs to.</param>
/// <param name="Number">What people say: incident 42.</param>
public readonly record struct IncidentId(TeamId Team, int Number)
{
    /// <inheritdoc />
    public override string ToString() => $"{Team}#{Number}";
}

/// <summary>One exact message: <paramref name="Ts"/> is unique only within its channel (Slack docs: Messages).</summary>
/// <param name="Channel">The conversation it lives in.</param>
/// <param name="Ts">Slack's message id, kept as the string it came as.</param>
public sealed record MessageRef(ChannelId Channel, string Ts);
