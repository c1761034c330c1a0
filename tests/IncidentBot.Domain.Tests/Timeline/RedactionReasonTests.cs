using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Tests.Timeline;

/// <summary>A reason stays for ever, so it may not say what is to be forgotten.</summary>
public sealed class RedactionReasonTests
{
    [Theory]
    [InlineData("hunter2! was it", "the password is hunter2!", true)]
    [InlineData("it said the card of Mrs Smith", "we saw the card of Mrs Smith", true)]
    [InlineData("Confidential", "confidential", true)]
    [InlineData("a password", "the password is hunter2!", false)]
    [InlineData("a customer's name", "Mrs Smith called", false)]
    [InlineData("posted on-call by mistake", "on-call was paged", false)]
    [InlineData("anything", "", false)]
    public void A_reason_repeats_where_it_says_a_secret_or_three_words_in_a_row(string why, string text, bool repeats) =>
        Assert.Equal(repeats, Redaction.Repeats(why, text));
}
