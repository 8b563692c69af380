using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Features.Prompts.Kinds;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>A prompt of each kind, with the first of its texts, as it comes to Mark on Friday, 20 November 2026.</summary>
internal static class PromptKindExamples
{
    private static readonly DateOnly today = new(2026, 11, 20);

    private static readonly PromptContent whoHelped = new()
    {
        Placeholders = ImmutableDictionary<string, ChatText>.Empty.Add("people", ChatText.List([Team.Sue, Team.Raj])),
        Reason = ChatText.Of($"{Team.Sue} helped you three times in two weeks, as far as I know"),
        Buttons = [
            new ChatButton(PromptActions.ThankAction, Team.Sue.Id.ToString("N"), "Thank Sue"),
            new ChatButton(PromptActions.ThankAction, Team.Raj.Id.ToString("N"), "Thank Raj")
        ],
    };

    private static readonly PromptContent balance = new()
    {
        Placeholders = ImmutableDictionary<string, ChatText>.Empty.Add("department", ChatText.Of($"{Team.It}")),
        Reason = ChatText.Of("IT helped you 5 times in three months; only you see this"),
        ExtraBlocks = [
            new ChatBlock.Paragraph(ChatText.Of($"• {Team.Sue} asks: “who knows <!channel> & pivot tables?”. You may know.")),
            new ChatBlock.Paragraph(ChatText.Of("• They say what makes their work easier: “Send a screenshot.”"))
        ],
        Buttons = [
            new ChatButton(AskMessages.TakeAction, Team.Id(91).ToString("N"), "I can help", ChatButtonLook.Primary),
            new ChatButton(PromptActions.ThankTeamAction, Team.It.Id.ToString("N"), "Say thanks")
        ],
    };

    private static readonly PromptContent page = new()
    {
        Placeholders = ImmutableDictionary<string, ChatText>.Empty.Add("page", ChatText.Of($"the page of {Team.It}")),
        Reason = ChatText.Of("you lead IT and its page was last looked at on 3 August"),
        ExtraBlocks = [new ChatBlock.Quote("Clear your server space before you call.\nSend a screenshot.")],
        Buttons = [
            new ChatButton(DepartmentMessages.EditAction, Team.It.Id.ToString("N"), "Edit", ChatButtonLook.Primary),
            new ChatButton(DepartmentMessages.RenewAction, Team.It.Id.ToString("N"), "Still true")
        ],
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["prompt-who-helped"] = Draw(PromptKind.WhoHelped, whoHelped),
        ["prompt-who-helped-slower"] = Draw(PromptKind.WhoHelped, whoHelped, becomesSlower: true),
        ["prompt-balance"] = Draw(PromptKind.Balance, balance),
        ["prompt-how-to-help"] = Draw(PromptKind.HowToHelp, page),
        ["prompt-solved"] = Draw(
            PromptKind.Solved,
            SolvedPromptSource.Say(Asked("Who can help me set up <!channel> my *laptop*?"), [Team.Sue, Team.Zoe])),
        ["prompt-newcomer"] = Draw(PromptKind.Newcomer, Newcomers(Team.Sue, Team.Raj, Team.Zoe)),
        ["prompt-newcomer-one"] = Draw(PromptKind.Newcomer, Newcomers(Team.Raj)),
        ["prompt-anniversary"] = Draw(
            PromptKind.Anniversary,
            AnniversaryPromptSource.Say(new PromptCandidate(Mark(startedOn: new DateOnly(2023, 11, 20)), today, []))!),
        ["prompt-anniversary-first"] = Draw(
            PromptKind.Anniversary,
            AnniversaryPromptSource.Say(new PromptCandidate(Mark(startedOn: new DateOnly(2025, 11, 18)), today, []))!),
        ["prompt-quiet-tie"] = Draw(
            PromptKind.QuietTie,
            QuietTiePromptSource.Say([(Team.Sue, Quiet(Team.Sue, everyDays: 7)), (Team.Zoe, Quiet(Team.Zoe, everyDays: 21))])),
        ["prompt-quiet-tie-one"] = Draw(PromptKind.QuietTie, QuietTiePromptSource.Say([(Team.Raj, Quiet(Team.Raj, everyDays: 14))])),
        ["prompt-focus-five"] = Draw(
            PromptKind.FocusFive,
            FocusPromptSource.Say(OneOfFive(Team.Sue, talkedOn: new DateOnly(2026, 10, 5)), Team.Sue)),
        ["prompt-focus-five-first"] = Draw(PromptKind.FocusFive, FocusPromptSource.Say(OneOfFive(Team.Zoe, talkedOn: null), Team.Zoe)),
        ["prompt-need-help"] = Draw(PromptKind.NeedHelp, NeedHelpPromptSource.Say()),
    };

    private static Person Mark(DateOnly? startedOn = null) => new()
    {
        Id = Team.Mark.Id,
        OrganisationId = Team.Id(100),
        Name = Team.Mark.Name,
        DepartmentId = Team.It.Id,
        ManagerId = Team.Zoe.Id,
        StartedOn = startedOn,
    };

    private static Ask Asked(string text)
    {
        var ask = new Ask
        {
            Id = Team.Id(92),
            OrganisationId = Team.Id(100),
            WorkspaceId = Team.Id(101),
            AskerId = Team.Mark.Id,
            Text = text,
            IsPublic = true,
            AskedAt = At(new DateOnly(2026, 11, 2)),
            Source = "slack",
        };
        ask.Take(At(new DateOnly(2026, 11, 3)));
        return ask;
    }

    /// <summary>Zoë is his manager, Sue leads his department, Raj of Finance helped it. Only people who can be met are suggested.</summary>
    private static PromptContent Newcomers(params Person[] canBeMet)
    {
        var newcomer = Mark(startedOn: new DateOnly(2026, 11, 16));
        var it = new Department
        {
            Id = Team.It.Id,
            OrganisationId = Team.Id(100),
            Name = Team.It.Name,
            Handle = Team.It.Handle,
            HeadId = Team.Sue.Id
        };
        var finance = new Department { Id = Team.Id(11), OrganisationId = Team.Id(100), Name = "Finance", Handle = "finance" };
        var met = NewcomerPromptSource.Choose(
            new PromptCandidate(newcomer, today, []), [new(Team.Raj.Id, finance.Id, 5)],
            new Dictionary<Guid, Department> { [it.Id] = it, [finance.Id] = finance }, canBeMet.ToDictionary(person => person.Id));
        return NewcomerPromptSource.Say(newcomer, met);
    }

    private static Tie Quiet(Person other, int everyDays)
    {
        var tie = new Tie { OrganisationId = Team.Id(100), FirstPersonId = Team.Mark.Id, SecondPersonId = other.Id };
        foreach (var week in Enumerable.Range(0, 4).Select(number => new DateOnly(2026, 6, 1).AddDays(number * everyDays)))
        {
            tie.TryApplyWeek(week, TieSides.None, new TieSides(1, 1));
        }

        return tie;
    }

    private static FocusPerson OneOfFive(Person person, DateOnly? talkedOn)
    {
        var entry = new FocusPerson
        {
            Id = Team.Id(93),
            OrganisationId = Team.Id(100),
            OwnerId = Team.Mark.Id,
            PersonId = person.Id,
            Place = 1,
            Cadence = Cadence.Monthly,
            AddedAt = At(new DateOnly(2026, 9, 1)),
        };
        if (talkedOn is { } day)
        {
            entry.Talk(entry.Turn, At(day));
        }

        return entry;
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(10, 0), TimeSpan.Zero);

    private static ChatMessage Draw(PromptKind kind, PromptContent content, bool becomesSlower = false) =>
        PromptMessages.Prompt(
            Team.Id(90),
            PromptTexts.Pick(kind, content.Placeholders, new HashSet<string>(StringComparer.Ordinal), seed: 0)!.Value.Text,
            content,
            becomesSlower);
}
