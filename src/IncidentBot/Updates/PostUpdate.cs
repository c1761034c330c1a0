using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Updates;

/// <summary><c>/incident update We rolled back</c> — tells everybody in the channel how it stands.</summary>
internal sealed class PostUpdate : IncidentSubcommand<string>
{
    private static readonly Question WhatToSay =
        new("Post an update", "What should people know?", "What you see, what you do, what happens next.", Multiline: true);

    public override Usage Usage => new("update", "<text>", "Tell everybody how it stands", Where.InIncident);

    public override Parsed<string> Parse(string words) =>
        words.Length == 0 ? Parsed<string>.Ask(WhatToSay) : PeoplesWords.Harmless(words);

    public override Decision Decide(Incident incident, string text, Turn turn) =>
        Domain.Updates.Updates.Post(incident, text, turn.By, turn.Now);
}
