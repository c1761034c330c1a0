namespace IncidentBot.Tests.Replays;

/// <summary>One thing a person does, small enough that the bot can die before, during or after it.</summary>
/// <param name="Name">What it is, for whoever reads a failure.</param>
/// <param name="PrepareAsync">What has to be so before it can be done; the bot is up.</param>
/// <param name="TryAsync">Does it; false when the person was told that it did not work.</param>
/// <param name="IsHeard">Whether the bot hears of it at all.</param>
/// <param name="LooksFirst">Whether a person who was told so looks whether it was done nevertheless, before they do it again.</param>
internal sealed record Act(string Name, Func<Task> PrepareAsync, Func<Task<bool>> TryAsync, bool IsHeard, bool LooksFirst = false);
