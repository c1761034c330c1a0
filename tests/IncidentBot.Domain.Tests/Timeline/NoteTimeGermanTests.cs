using IncidentBot.Domain.Timeline;
using static IncidentBot.Domain.Tests.Timeline.NoteTimeTests;
using static IncidentBot.Domain.Tests.Timeline.Zones;

namespace IncidentBot.Domain.Tests.Timeline;

/// <summary>German words for times are read beside the English ones, whoever writes them.</summary>
public sealed class NoteTimeGermanTests
{
    /// <summary>A quarter to midnight in Berlin.</summary>
    private static readonly DateTimeOffset Late = At(2025, 7, 1, 21, 45);

    [Theory]
    [InlineData("gestern 21:30", "yesterday 21:30")]
    [InlineData("Gestern um 21.30 Uhr", "yesterday 21:30")]
    [InlineData("vorgestern 7:05", "2025-06-29 7:05")]
    [InlineData("heute 14:05", "today 14:05")]
    [InlineData("um 14 Uhr", "14:00")]
    [InlineData("14 Uhr", "2pm")]
    [InlineData("14:05 Uhr", "14:05")]
    [InlineData("14.05 Uhr", "14:05")]
    [InlineData("Mitternacht", "midnight")]
    [InlineData("vor 5 Minuten", "5m ago")]
    [InlineData("vor 1 Stunde und 30 Minuten", "90m ago")]
    [InlineData("vor 2 Std. 10 Min.", "130m ago")]
    [InlineData("vor 30 Sekunden", "30s ago")]
    [InlineData("vor einer Stunde", "an hour ago")]
    [InlineData("vor einer halben Stunde", "half an hour ago")]
    [InlineData("vor zwei Tagen", "two days ago")]
    [InlineData("irgendwann", "sometime")]
    public void German_words_say_the_same_times(string german, string english)
    {
        var read = Timed($"{german}: Cache neu gestartet", Late, Berlin);

        Assert.Equal((Timed($"{english}: x", Late, Berlin).Happened.Instant, "Cache neu gestartet"), (read.Happened.Instant, read.Rest));
    }

    [Theory]
    [InlineData("gestern ging es noch")]
    [InlineData("heute früh fiel es aus")]
    [InlineData("morgen 9:00 wird getauscht")]
    [InlineData("freitag um 9 Uhr wird getauscht")]
    [InlineData("14 Uhr 30 neu gestartet")]
    [InlineData("gegen 14 Uhr neu gestartet")]
    [InlineData("kurz nach 14:05 neu gestartet")]
    [InlineData("vor ein paar Minuten neu gestartet")]
    [InlineData("vor 2 Monaten neu gestartet")]
    [InlineData("14:05 bis 14:20 kein Login")]
    public void German_words_that_are_nearly_a_time_are_asked_about(string words) => Assert.IsType<TimeReading.Doubtful>(NoteTime.Read(words, Late, Berlin));

    [Theory]
    [InlineData("vor dem Neustart war alles gut")]
    [InlineData("um die Queue zu leeren")]
    [InlineData("heute ist alles langsam")]
    [InlineData("morgens ist es schlimmer")]
    [InlineData("gesternabend")]
    public void German_words_that_say_no_time_are_text(string words) => Assert.IsType<TimeReading.NoTime>(NoteTime.Read(words, Late, Berlin));
}
