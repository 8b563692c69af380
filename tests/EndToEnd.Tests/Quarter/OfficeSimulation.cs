using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Prompts;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>
/// What people do all day: thank, help, ask, take asks, and answer, postpone, stop or ignore messages, depending on the person.
/// </summary>
internal sealed class OfficeSimulation(QuarterSimulation quarter, Random dice)
{
    // A quarter of an hour of work each, at a time: some four acts a person and month.
    private const int Rarely = 160;

    private static readonly string[] asks = [
        "my laptop freezes again",
        "where do I find the contract template",
        "how do I book a room abroad",
        "can somebody check my figures",
        "who knows the old import"
    ];
    private static readonly string[] helps = [
        "with the report",
        "with the import",
        "by showing me the shortcut",
        "on the phone with the customer"
    ];

    private bool hasBegun;

    /// <summary>A quarter of an hour passes.</summary>
    public async Task PassAsync()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            await BeginAsync();
        }

        foreach (var who in quarter.Company.People.Where(IsAtWork))
        {
            if (dice.Next(Rarely) == 0)
            {
                await ActAsync(who);
            }

            if (who.Temper is PromptAttitude.Pauses && dice.Next(1500) == 0)
            {
                var until = who.DayOf(quarter.Now).AddDays(14);
                await quarter.DoAsync(who, Say("relate", $"prompts pause {until:yyyy-MM-dd}"));
                who.Wishes.Add(new PromptFeedback.Paused(quarter.Now, until));
            }
        }

        await MoveAsync();
    }

    /// <summary>Someone reads a message and may answer it within two days.</summary>
    public void TakeNote(ReceivedMessage heard)
    {
        var wait = TimeSpan.FromMinutes(dice.Next(5, 2 * 24 * 60));
        if (heard.Kind is not null)
        {
            quarter.Plan(wait, () => AnswerPromptAsync(heard));
        }
        else if (heard.To.Temper is not PromptAttitude.Silent && heard.Buttons.FirstOrDefault(Fits) is { } button)
        {
            quarter.Plan(wait, () => TapAsync(heard, button));
        }

        bool Fits(ChatButton button) => button.Action switch
        {
            AskMessages.TakeAction => dice.Next(4) == 0,
            AskMessages.SolvedAction => dice.Next(3) == 0,
            AskMessages.NotYetAction => dice.Next(4) == 0,
            CoffeeRoundMessages.MetAction => dice.Next(2) == 0,
            CoffeeRoundMessages.DidNotHappenAction => dice.Next(2) == 0,
            CoffeeMessages.LeaveAction => dice.Next(40) == 0,
            _ => false,
        };
    }

    private async Task BeginAsync()
    {
        foreach (var (who, number) in quarter.Company.People.Select((who, number) => (who, number)))
        {
            if (number % 4 == 0)
            {
                await quarter.DoAsync(who, Say("relate", "five add ", Another(who)));
                await quarter.DoAsync(who, Say("relate", "five add ", Another(who)));
            }

            if (number % 11 == 0)
            {
                await quarter.DoAsync(who, Say("relate", "prompts tuesday 10"));
            }

            if (number < quarter.Company.Departments.Length)
            {
                await quarter.DoAsync(who, Say("relate", "digest weekly"));
            }
        }
    }

    private async Task ActAsync(Colleague who)
    {
        switch (dice.Next(10))
        {
            case < 3:
                await quarter.DoAsync(who, Say("thanks", "", Another(who), $" for helping {helps[dice.Next(helps.Length)]}"));
                break;
            case < 7:
                await quarter.DoAsync(who, Say("helped", "", Another(who), $" {helps[dice.Next(helps.Length)]}"));
                break;
            default:
                await quarter.DoAsync(
                    who,
                    Say("ask", $"@{quarter.Company.Departments[dice.Next(3)].Handle} {asks[dice.Next(asks.Length)]}"));
                break;
        }
    }

    /// <summary>Now and then someone moves to a distant time zone.</summary>
    private async Task MoveAsync()
    {
        if (dice.Next(900) == 0)
        {
            var who = quarter.Company.People[dice.Next(quarter.Company.People.Length)];
            var zone = dice.Next(2) == 0 ? "Pacific/Auckland" : "America/Los_Angeles";
            await quarter.ChangeAsync(async context => (await context.People.FirstAsync(person => person.Id == who.Id)).TimeZone = zone);
            who.Homes.Add((quarter.Now, zone));
        }
    }

    private async Task AnswerPromptAsync(ReceivedMessage heard)
    {
        var (who, kind) = (heard.To, heard.Kind!);
        var use = heard.Buttons.FirstOrDefault(button => button.Action == PromptMessages.DoAction);
        var times = quarter.Heard.Count(other => other.To == who && other.Kind == kind);
        switch (who.Temper)
        {
            case PromptAttitude.Keen when dice.Next(10) < 8:
            case PromptAttitude.Usual when dice.Next(10) < 3:
            case PromptAttitude.Later when dice.Next(10) < 2:
                await quarter.DoAsync(who, new ChatInput.Action(use!.Action, use.Value));
                who.Wishes.Add(new PromptFeedback.Used(quarter.Now, kind));
                break;
            case PromptAttitude.Later when dice.Next(10) < 8:
                await PutOffAsync(heard, dice.Next(3));
                break;
            case PromptAttitude.Stops when times > 1:
                await quarter.DoAsync(who, new ChatInput.Action(PromptMessages.StopAction, $"{heard.ActId:N}"));
                who.Wishes.Add(new PromptFeedback.Used(quarter.Now, kind));
                who.Wishes.Add(new PromptFeedback.Stopped(quarter.Now, kind));
                break;
        }
    }

    private async Task PutOffAsync(ReceivedMessage heard, int how)
    {
        var today = heard.To.DayOf(quarter.Now);
        var until = how switch
        {
            0 => today.AddDays(1),
            1 => Enumerable.Range(1, 7).Select(today.AddDays).First(day => day.DayOfWeek == DayOfWeek.Monday),
            _ => today.AddDays(dice.Next(10, 40))
        };
        await quarter.DoAsync(heard.To, how == 2
            ? new ChatInput.Form(
                PromptForm.Snooze,
                $"{heard.ActId:N}",
                System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<string>>.Empty.Add(
                    PromptForm.DateField,
                    [until.ToString("yyyy-MM-dd", null)]))
            : new ChatInput.Action(
                PromptMessages.SnoozeAction,
                $"{heard.ActId:N} {(how == 0 ? PromptMessages.Tomorrow : PromptMessages.NextWeek)}"));
        heard.To.Wishes.Add(new PromptFeedback.Used(quarter.Now, heard.Kind!));
        heard.To.Wishes.Add(new PromptFeedback.PutOff(quarter.Now, heard.Kind!, until));
    }

    private async Task TapAsync(ReceivedMessage heard, ChatButton button)
    {
        await quarter.DoAsync(heard.To, new ChatInput.Action(button.Action, button.Value));
        if (button.Action == CoffeeMessages.LeaveAction)
        {
            heard.To.Wishes.Add(new PromptFeedback.LeftCoffees(quarter.Now));
        }
    }

    private bool IsAtWork(Colleague who) =>
        who.LocalOf(quarter.Now) is { DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday), Hour: >= 9 and < 17 };

    private Colleague Another(Colleague who)
    {
        var other = quarter.Company.People[dice.Next(quarter.Company.People.Length)];
        return other == who ? Another(who) : other;
    }

    private static ChatInput.Command Say(string command, string words, Colleague? whom = null, string rest = "") =>
        new(command, new IncomingText(
    [
        new IncomingSpan.Words(words),
        .. whom is null ? [] : new IncomingSpan[] { new IncomingSpan.Mention(whom.Account, whom.Name), new IncomingSpan.Words(rest) },
    ]));
}
