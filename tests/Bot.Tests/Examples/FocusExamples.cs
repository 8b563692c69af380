using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>
/// Mark's five, in every message and form, and on his home page. Notes are opened already, as on the way to the platform.
/// </summary>
internal static class FocusExamples
{
    private static readonly DateTimeOffset now = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
    private static readonly Person gone = new() { Id = Team.Id(5), OrganisationId = Team.Id(100), Name = "Ana Lima", IsActive = false };

    private static readonly FocusView sue = View(1, Team.Sue, talkedDaysAgo: 3) with
    {
        LastExchange = ChatText.Of("14 November 2026: you thanked Sue Miller, “for the <!channel> laptop”"),
    };

    private static readonly FocusView[] all = [
        sue,
        View(2, Team.Raj, talkedDaysAgo: 40),
        View(3, Team.Zoe, talkedDaysAgo: null),
        View(4, gone, talkedDaysAgo: 9)
    ];

    /// <summary>Mark's five on his home page, and the text shown before he has chosen anyone.</summary>
    public static readonly ChatSection Section = Opened(FocusMessages.Section(all));

    public static readonly ChatSection EmptySection = FocusMessages.Section([]);

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["five"] = FocusMessages.All(all),
        ["five-full"] = FocusMessages.All([.. all, View(5, Team.Mark, talkedDaysAgo: 1)]),
        ["five-nobody-yet"] = FocusMessages.All([]),
        ["five-one"] = Opened(FocusMessages.Page(sue)),
        ["five-one-due"] = Opened(FocusMessages.Page(all[1])),
        ["five-one-gone"] = Opened(FocusMessages.Page(all[3])),
        ["five-added"] = Opened(FocusMessages.Page(all[2], FocusMessages.Added(all[2]))),
        ["five-saved"] = Opened(FocusMessages.Page(sue, FocusMessages.Saved())),
        ["five-talked"] = Opened(FocusMessages.Page(sue, FocusMessages.Talked(goesDeeper: true))),
        ["five-talked-deepest"] = Opened(FocusMessages.Page(sue, FocusMessages.Talked(goesDeeper: false))),
        ["five-removed"] = FocusMessages.Removed("Sue <!channel> Miller"),
        ["five-gone"] = FocusMessages.Gone(),
        ["five-not-one-of-them"] = FocusMessages.NotOneOfThem(Team.Zoe),
        ["five-who"] = FocusMessages.WhoAndHowOften(),
        ["five-how-often"] = FocusMessages.HowOften(),
        ["five-refused-yourself"] = FocusMessages.Refused(FocusFault.Yourself, Team.Mark),
        ["five-refused-bot"] = FocusMessages.Refused(FocusFault.Bot, Team.Raj),
        ["five-refused-stranger"] = FocusMessages.Refused(FocusFault.Stranger, Team.Zoe),
        ["five-refused-left"] = FocusMessages.Refused(FocusFault.HasLeft, gone),
        ["five-refused-full"] = FocusMessages.Refused(FocusFault.Full, Team.Zoe),
    };

    public static readonly Dictionary<string, ChatForm> Forms = new(StringComparer.Ordinal)
    {
        ["form-five-add"] = FocusForm.ToAdd(),
        ["form-five-edit"] = FocusForm.ToEdit(sue, "ask about the <!channel> garden"),
    };

    private static FocusView View(int place, Person person, int? talkedDaysAgo)
    {
        var entry = new FocusPerson
        {
            Id = Team.Id(90 + place),
            OrganisationId = Team.Id(100),
            OwnerId = Team.Mark.Id,
            PersonId = person.Id,
            Place = place,
            Cadence = (Cadence)(place % 4),
            AddedAt = now.AddDays(-60),
            Note = place is 1 or 4 ? "sealed" : null,
        };
        entry.Plan();
        if (talkedDaysAgo is { } days)
        {
            entry.Talk(0, now.AddDays(-days));
        }

        return new FocusView { Entry = entry, Person = person, Opener = "What helps you get into something difficult?", Now = now };
    }

    private static ChatMessage Opened(ChatMessage message) => message with { Blocks = [.. message.Blocks.Select(Opened)] };

    private static ChatSection Opened(ChatSection section) => section with { Blocks = [.. section.Blocks.Select(Opened)] };

    private static ChatBlock Opened(ChatBlock block) =>
        block is ChatBlock.Sealed ? new ChatBlock.Quote("ask about the <!channel> garden") : block;
}
