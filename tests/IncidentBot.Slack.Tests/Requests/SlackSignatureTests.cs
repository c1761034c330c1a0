using System.Globalization;
using IncidentBot.Slack.Requests;
using Xunit;

namespace IncidentBot.Slack.Tests.Requests;

public sealed class SlackSignatureTests
{
    // The example of Slack's own page; see Assets/LICENSES.md.
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static readonly SigningSecret Secret = new("8f742231b10e8888abcd99yyyzzz85a5");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1531420618);
    private static readonly byte[] Body = Asset.Bytes("signing_vector.form");

    [Fact]
    public void Signs_the_documented_example_as_documented() => Assert.Equal(Signature, SlackSignature.Sign(Secret, Timestamp, Body));

    [Fact]
    public void Accepts_the_documented_example() => Assert.Equal(SignatureVerdict.Valid, Verify(Timestamp, Signature, Now));

    [Theory]
    [InlineData(-300, SignatureVerdict.Valid)]
    [InlineData(300, SignatureVerdict.Valid)]
    [InlineData(-301, SignatureVerdict.Stale)]
    [InlineData(301, SignatureVerdict.Stale)]
    public void Takes_stamps_up_to_five_minutes_away_in_both_directions(int seconds, SignatureVerdict expected) =>
        Assert.Equal(expected, Verify(Timestamp, Signature, Now.AddSeconds(seconds)));

    [Fact]
    public void Refuses_a_changed_body()
    {
        var changed = Body.ToArray();
        changed[^1] ^= 1;
        Assert.Equal(SignatureVerdict.Wrong, SlackSignature.Verify(Secret, Timestamp, Signature, changed, Now));
    }

    [Fact]
    public void Refuses_another_secret() =>
        Assert.Equal(SignatureVerdict.Wrong, SlackSignature.Verify(new SigningSecret("other"), Timestamp, Signature, Body, Now));

    [Fact]
    public void Refuses_another_time_under_the_same_signature() =>
        Assert.Equal(SignatureVerdict.Wrong, Verify("1531420619", Signature, Now));

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(66)]
    public void Refuses_a_signature_wrong_in_any_one_digit(int position)
    {
        var digits = Signature.ToCharArray();
        digits[position] = digits[position] == '0' ? '1' : '0';
        Assert.Equal(SignatureVerdict.Wrong, Verify(Timestamp, new string(digits), Now));
    }

    [Theory]
    [InlineData(null, Signature)]
    [InlineData("", Signature)]
    [InlineData(Timestamp, null)]
    [InlineData(Timestamp, "")]
    public void Notices_a_missing_header(string? timestamp, string? signature) =>
        Assert.Equal(SignatureVerdict.Missing, Verify(timestamp, signature, Now));

    [Theory]
    [InlineData("1531420618.5", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData(" 1531420618", Signature)]
    [InlineData("+1531420618", Signature)]
    [InlineData("١٥٣١٤٢٠٦١٨", Signature)]
    [InlineData("99999999999999999999999", Signature)]
    [InlineData("soon", Signature)]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5")]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50300")]
    [InlineData(Timestamp, "v0=z2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Notices_a_header_of_another_form(string timestamp, string signature) =>
        Assert.Equal(SignatureVerdict.Malformed, Verify(timestamp, signature, Now));

    [Fact]
    public void Judges_what_it_signs_whatever_the_length_of_the_body()
    {
        foreach (var length in new[] { 0, 1, 63, 64, 65, 5_000, 100_000 })
        {
            var body = new byte[length];
            var stamp = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            Assert.Equal(SignatureVerdict.Valid, SlackSignature.Verify(Secret, stamp, SlackSignature.Sign(Secret, stamp, body), body, Now));
        }
    }

    [Fact]
    public void Signs_for_no_timestamp_Slack_could_send() =>
        Assert.Throws<ArgumentException>(() => SlackSignature.Sign(Secret, "today", Body));

    private static SignatureVerdict Verify(string? timestamp, string? signature, DateTimeOffset now) =>
        SlackSignature.Verify(Secret, timestamp, signature, Body, now);
}
