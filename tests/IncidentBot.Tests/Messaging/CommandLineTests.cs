using IncidentBot.Messaging;

namespace IncidentBot.Tests.Messaging;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", null, "", "")]
    [InlineData("   ", null, "", "")]
    [InlineData("help", null, "help", "")]
    [InlineData("SEV 1  because  it hurts ", null, "sev", "1  because  it hurts")]
    [InlineData("#12 sev 1", 12, "sev", "1")]
    [InlineData("#12", 12, "", "")]
    [InlineData("#12sev 1", null, "#12sev", "1")]
    [InlineData("#0012 take", 12, "take", "")]
    [InlineData("#1234567890 take", null, "#1234567890", "take")]
    [InlineData("# 12 take", null, "#", "12 take")]
    [InlineData("sev\u00A02\u202Fnow", null, "sev", "2 now")]
    [InlineData("\tupdate\tWe look", null, "update", "We look")]
    [InlineData("update\nfirst\nsecond", null, "update", "first\nsecond")]
    [InlineData("update first\n  second", null, "update", "first\n  second")]
    public void A_line_is_a_number_a_word_and_the_rest(string typed, int? number, string verb, string rest) =>
        Assert.Equal(new CommandLine(number, verb, rest), CommandLine.Read(typed));

    [Theory]
    [InlineData("#7 review done")]
    [InlineData("sev 1 because")]
    [InlineData("update a\nb")]
    [InlineData("help")]
    public void What_a_button_carries_is_read_as_it_was_written(string line) =>
        Assert.Equal(CommandLine.Read(line), CommandLine.Read(CommandLine.Read(line).ToString()));
}
