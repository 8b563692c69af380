using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Slack;
using RelateBot.Bot.Slack.Forms;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

public sealed class FormStateProtectorTests
{
    private static readonly FormOrigin origin = new("Thanks https://acme.slack.com/archives/C1/p1", "C1");
    private static readonly FormRecipient mark = new("T1", "UMARK", "thanks.give");
    private readonly FakeTimeProvider time = new(TestTime.Start);

    public static TheoryData<FormRecipient> Others =>
        [mark with { Team = "T2" }, mark with { User = "UEVE" }, mark with { Form = "thanks.sayback" }];

    [Fact]
    public void What_was_sealed_is_opened_by_whoever_it_was_sealed_for() =>
        Assert.Equal(origin, NewSeal().TryUnprotect(NewSeal().Protect(origin, mark), mark));

    [Theory]
    [MemberData(nameof(Others))]
    public void Nobody_else_opens_it(FormRecipient other) => Assert.Null(NewSeal().TryUnprotect(NewSeal().Protect(origin, mark), other));

    [Fact]
    public void Any_change_is_noticed()
    {
        var protector = NewSeal();
        var metadata = protector.Protect(origin, mark);

        Assert.All(
            Enumerable.Range(0, metadata.Length),
            at => Assert.Null(protector.TryUnprotect(
                string.Concat(metadata[..at], metadata[at] == 'x' ? "y" : "x", metadata[(at + 1)..]),
                mark)));
        Assert.All(Enumerable.Range(0, metadata.Length), length => Assert.Null(protector.TryUnprotect(metadata[..length], mark)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("not ours")]
    [InlineData("""{"state":"Thanks"}""")]
    public void What_was_never_sealed_is_not_opened(string? metadata) => Assert.Null(NewSeal().TryUnprotect(metadata, mark));

    [Fact]
    public void Another_secret_opens_nothing() =>
        Assert.Null(NewSeal("another secret").TryUnprotect(NewSeal().Protect(origin, mark), mark));

    [Fact]
    public void After_a_day_it_is_too_late()
    {
        var metadata = NewSeal().Protect(origin, mark);

        time.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(NewSeal().TryUnprotect(metadata, mark));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(NewSeal().TryUnprotect(metadata, mark));
    }

    private FormStateProtector NewSeal(string secret = "secret") => new(Options.Create(new SlackOptions { SigningSecret = secret }), time);
}
