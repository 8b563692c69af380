using System.Globalization;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Prompts;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>Breaks each rule once on purpose, to prove that the check notices it.</summary>
public sealed class ProactiveMessageRulesTests
{
    private readonly Colleague zoe = new()
    {
        Id = Guid.Empty,
        Account = "zoe",
        Name = "Zoe",
        Temper = PromptAttitude.Usual,
        Homes = [(DateTimeOffset.MinValue, "Europe/Zurich")],
        Region = "CH",
        Start = new TimeOnly(9, 0),
        End = new TimeOnly(17, 0),
        DepartmentId = Guid.Empty,
    };

    [Fact]
    public void Three_kinds_on_three_days_are_fine() =>
        Assert.Equal(
            [],
            ProactiveMessageRules.Faults(
                zoe,
                [Prompt("2027-01-12 15:00", "NeedHelp"), Coffee("2027-01-13 09:00"), Prompt("2027-01-15 15:00", "WhoHelped")]));

    [Fact]
    public void Working_hours() => Sees("outside working hours", Prompt("2027-01-12 17:00", "NeedHelp"));

    [Fact]
    public void Weekends() => Sees("at the weekend", Prompt("2027-01-16 15:00", "NeedHelp"));

    [Fact]
    public void Days_off() => Sees("on a day off", Coffee("2027-03-26 10:00"));

    [Fact]
    public void One_a_day() => Sees("more than one on a day", Coffee("2027-01-12 09:00"), Prompt("2027-01-12 15:00", "NeedHelp"));

    [Fact]
    public void Three_a_week() => Sees(
        "more than three in a week",
        Prompt("2027-01-12 15:00", "NeedHelp"),
        Coffee("2027-01-13 09:00"),
        Prompt("2027-01-15 15:00", "WhoHelped"),
        Prompt("2027-01-18 15:00", "FocusFive"));

    [Fact]
    public void What_was_put_off()
    {
        zoe.Wishes.Add(new PromptFeedback.PutOff(At("2027-01-12 16:00"), "NeedHelp", new DateOnly(2027, 2, 20)));
        Sees("put off and yet here", Prompt("2027-02-02 15:00", "NeedHelp"));
    }

    [Fact]
    public void What_was_stopped()
    {
        zoe.Wishes.Add(new PromptFeedback.Stopped(At("2027-01-12 16:00"), "NeedHelp"));
        Sees("stopped and yet here", Prompt("2027-02-02 15:00", "NeedHelp"));
    }

    [Fact]
    public void Coffees_that_were_left()
    {
        zoe.Wishes.Add(new PromptFeedback.LeftCoffees(At("2027-01-12 16:00")));
        Sees("a coffee after leaving", Coffee("2027-02-02 09:00"));
    }

    [Fact]
    public void Pauses()
    {
        zoe.Wishes.Add(new PromptFeedback.Paused(At("2027-01-12 16:00"), new DateOnly(2027, 1, 26)));
        Sees("in a pause", Coffee("2027-01-25 09:00"));
    }

    [Fact]
    public void Texts_come_back_after_eight_weeks_and_no_sooner()
    {
        Sees(
            "the same text within eight weeks",
            Prompt("2027-01-12 15:00", "NeedHelp", text: 1),
            Prompt("2027-02-02 15:00", "NeedHelp", text: 1));
        Assert.DoesNotContain(
            ProactiveMessageRules.Faults(zoe, [Prompt("2027-01-12 15:00", "NeedHelp"), Prompt("2027-03-09 15:00", "NeedHelp")]),
            fault => fault.StartsWith("the same", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_twice() => Sees("the same message twice", Coffee("2027-01-12 09:00"), Coffee("2027-01-13 09:00"));

    [Fact]
    public void A_way_out_and_a_reason() =>
        Sees(
            "a prompt without a way out or a reason",
            Prompt("2027-01-12 15:00", "NeedHelp") with
            {
                Message = ChatMessage.Of(ChatText.Of(
                $"{PromptTexts.Of(PromptKind.NeedHelp).First()}"))
            });

    [Fact]
    public void The_rhythm_of_a_kind() =>
        Sees("too often", Prompt("2027-01-12 15:00", "NeedHelp"), Prompt("2027-01-19 15:00", "NeedHelp", text: 1));

    [Fact]
    public void Half_as_often_after_three_that_nobody_used()
    {
        ReceivedMessage[] fridays = [.. Enumerable.Range(0, 4)
            .Select(week => Prompt(Friday(week), "WhoHelped", week, isSlower: week == 3))];

        Assert.Equal([], ProactiveMessageRules.Faults(zoe, fridays));
        Sees("not half as often", [.. fridays, Prompt(Friday(4), "WhoHelped", text: 4)]);
        Sees("says again that it comes half as often", [.. fridays, Prompt(Friday(5), "WhoHelped", text: 4, isSlower: true)]);
        Sees("does not say that it comes half as often", [.. fridays[..3], Prompt(Friday(3), "WhoHelped", text: 3)]);
        zoe.Wishes.Add(new PromptFeedback.Used(At(Friday(3)).AddDays(1), "WhoHelped"));
        Assert.Equal([], ProactiveMessageRules.Faults(zoe, [.. fridays, Prompt(Friday(4), "WhoHelped", text: 4)]));

        static string Friday(int week) =>
            new DateTime(2027, 1, 15, 15, 0, 0, DateTimeKind.Unspecified)
                .AddDays(7 * week)
                .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void What_is_subscribed_to_or_of_a_colleague_is_not_counted() =>
        Assert.Equal(
            [],
            ProactiveMessageRules.Faults(
                zoe,
                [
                    Coffee("2027-01-12 09:00"),
                    Coffee("2027-01-12 09:00") with { Purpose = "digest" },
                    Coffee("2027-01-16 23:00") with { IsOfItself = false }
                ]));

    private void Sees(string rule, params ReceivedMessage[] heard) =>
        Assert.Contains(ProactiveMessageRules.Faults(zoe, heard), fault => fault.StartsWith(rule, StringComparison.Ordinal));

    private ReceivedMessage Prompt(string local, string kind, int text = 0, bool isSlower = false)
    {
        var words = Regex.Replace(
            PromptTexts.Of(Enum.Parse<PromptKind>(kind)).ElementAt(text),
            @"\{[a-z]+}",
            "Sue",
            RegexOptions.None,
            TimeSpan.FromSeconds(1));
        var id = Guid.CreateVersion7(At(local));
        return new ReceivedMessage(
            zoe,
            At(local),
            IsOfItself: true,
            $"prompt.{kind}",
            id,
            PromptMessages.Prompt(id, ChatText.Of($"{words}"), new PromptContent { Reason = ChatText.Of("of this") }, isSlower));
    }

    private ReceivedMessage Coffee(string local) =>
        new(zoe, At(local), IsOfItself: true, "coffee", Guid.Empty, ChatMessage.Of(ChatText.Of("A coffee")));

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich").GetUtcOffset(time)).ToUniversalTime();
    }
}
