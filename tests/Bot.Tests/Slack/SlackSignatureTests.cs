using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Bot.Slack.Trust;

namespace RelateBot.Bot.Tests.Slack;

public sealed class SlackSignatureTests
{
    // The example on https://docs.slack.dev/authentication/verifying-requests-from-slack
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static readonly byte[] body = Encoding.ASCII.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    private static readonly DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Fact]
    public void The_documented_example_is_good() =>
        Assert.Equal(SlackSignatureVerdict.Good, SlackSignature.Check(Secret, Timestamp, Signature, body, now));

    [Theory]
    [InlineData(-300, SlackSignatureVerdict.Good)]
    [InlineData(300, SlackSignatureVerdict.Good)]
    [InlineData(-301, SlackSignatureVerdict.Stale)]
    [InlineData(301, SlackSignatureVerdict.Stale)]
    public void Five_minutes_of_skew_are_allowed_either_way(int seconds, SlackSignatureVerdict expected) =>
        Assert.Equal(expected, SlackSignature.Check(Secret, Timestamp, Signature, body, now.AddSeconds(seconds)));

    [Theory]
    [InlineData(null, Signature, SlackSignatureVerdict.Missing)]
    [InlineData("", Signature, SlackSignatureVerdict.Missing)]
    [InlineData(Timestamp, null, SlackSignatureVerdict.Missing)]
    [InlineData(Timestamp, "", SlackSignatureVerdict.Missing)]
    [InlineData("yesterday", Signature, SlackSignatureVerdict.Stale)]
    [InlineData("-1531420618", Signature, SlackSignatureVerdict.Stale)]
    [InlineData("1531420618.0", Signature, SlackSignatureVerdict.Stale)]
    [InlineData("9223372036854775807", Signature, SlackSignatureVerdict.Stale)]
    [InlineData("99999999999999999999", Signature, SlackSignatureVerdict.Stale)]
    [InlineData("01531420618", Signature, SlackSignatureVerdict.Wrong)]
    [InlineData(Timestamp, "v0=", SlackSignatureVerdict.Wrong)]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SlackSignatureVerdict.Wrong)]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SlackSignatureVerdict.Wrong)]
    [InlineData(Timestamp, "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503", SlackSignatureVerdict.Wrong)]
    [InlineData(Timestamp, "v0=ä2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SlackSignatureVerdict.Wrong)]
    public void Anything_else_is_refused(string? timestamp, string? signature, SlackSignatureVerdict expected) =>
        Assert.Equal(expected, SlackSignature.Check(Secret, timestamp, signature, body, now));

    [Fact]
    public void A_changed_bit_of_the_body_is_noticed() => Prop.ForAll(Gen.Choose(0, (body.Length * 8) - 1).ToArbitrary(), bit =>
    {
        byte[] changed = [.. body];
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return SlackSignature.Check(Secret, Timestamp, Signature, changed, now) is SlackSignatureVerdict.Wrong;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_secret_or_another_time_makes_another_signature()
    {
        var other = SlackSignature.Compute("another secret", Timestamp, body);
        var later = (now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(SlackSignatureVerdict.Wrong, SlackSignature.Check(Secret, Timestamp, other, body, now));
        Assert.Equal(SlackSignatureVerdict.Wrong, SlackSignature.Check(Secret, later, Signature, body, now));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_secret_is_never_a_secret(string secret) =>
        Assert.Throws<ArgumentException>(() =>
            SlackSignature.Check(secret, Timestamp, SlackSignature.Compute("", Timestamp, body), body, now));
}
