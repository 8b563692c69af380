using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Departments;

/// <summary>Messages about a department's page.</summary>
public static class DepartmentMessages
{
    public const string EditAction = "department.edit";
    public const string RenewAction = "department.renew";
    public const string BalanceAction = "department.balance";

    /// <summary>The page, with buttons for what its reader may change.</summary>
    public static ChatMessage Page(DepartmentPage page, Person reader, TimeZoneInfo zone) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold(page.Department.Name)}\n{Head(page)}")),
        new ChatBlock.Paragraph(ChatText.Of($"{Topics(page)}\n{Where(page.Department)}")),
        .. Lines(page, reader, zone),
        .. page.MayBeEditedBy(reader) ? ImmutableArray.Create<ChatBlock>(new ChatBlock.Buttons(Buttons(page, reader))) : [],
    ]);

    public static ChatMessage WhichOne() => ChatMessage.Of(ChatText.Of("Which department? For example: /relate department @it"));

    public static ChatMessage NotYours(DepartmentPage page) => ChatMessage.Of(page.Head is { } head
        ? ChatText.Of($"{head} and whoever they choose can change what {page.Department} says here.")
        : NoHead(page.Department));

    /// <summary>One sentence for each faulty field, by field name.</summary>
    public static ImmutableDictionary<string, string> FormErrors(HowToHelpFault? fault, int topics, string channel)
    {
        var errors = ImmutableDictionary<string, string>.Empty;
        errors = fault switch
        {
            HowToHelpFault.TooManyLines =>
                errors.Add(DepartmentForm.LinesField, $"Keep it to {HowToHelp.MostLines} lines: those are the ones that people read."),
            HowToHelpFault.LineTooLong =>
                errors.Add(DepartmentForm.LinesField, $"One line has more than {HowToHelp.LongestLine} characters. Which words could go?"),
            _ => errors,
        };
        errors = topics > Offer.MaxPerOwner
            ? errors.Add(DepartmentForm.TopicsField, $"Name at most {Offer.MaxPerOwner} topics, the ones you are asked about most.")
            : errors;
        return channel.Length > DepartmentForm.LongestChannel || channel.Any(char.IsWhiteSpace)
            ? errors.Add(DepartmentForm.ChannelField, "Name one channel, for example #it-help")
            : errors;
    }

    private static ChatText Head(DepartmentPage page) => page.Head is { } head ? ChatText.Of($"Head: {head}") : NoHead(page.Department);

    private static ChatText NoHead(Department department) => ChatText.Of(
        $"Nobody is recorded as its head. Whoever looks after this workspace sets it: /relate admin head @{department.Handle} @name");

    private static ChatText Topics(DepartmentPage page) => page.Topics.IsEmpty
        ? ChatText.Of($"Ask for help: /ask @{page.Department.Handle} …")
        : ChatText.Of(
            $"Offers help with {string.Join(", ", page.Topics.Select(topic => $"#{topic}"))}. Ask: /ask @{page.Department.Handle} …");

    private static ChatText Where(Department department) => department.HelpChannel is { Length: > 0 } channel
        ? ChatText.Of($"Asks are read in {channel}.")
        : ChatText.Of("Asks are read where everybody's are.");

    private static ImmutableArray<ChatBlock> Lines(DepartmentPage page, Person reader, TimeZoneInfo zone) => page.Department switch
    {
        { HowToHelpLines: [_, ..] lines, HowToHelpAt: { } at } =>
        [
            new ChatBlock.Paragraph(ChatText.Of(
                $"{ChatText.Bold("How to help us")}\n{string.Join('\n', lines.Select(line => $"• {line}"))}")),
            new ChatBlock.Small(ChatText.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"Still true on {TimeZoneInfo.ConvertTime(at, zone):d MMMM yyyy}."))),
        ],
        _ when page.MayBeEditedBy(reader) =>
            [new ChatBlock.Paragraph(ChatText.Of("Three lines from you on what makes your work easier help everybody who asks you."))],
        _ => [new ChatBlock.Paragraph(ChatText.Of($"{page.Department} has not said yet what makes its work easier."))],
    };

    private static ImmutableArray<ChatButton> Buttons(DepartmentPage page, Person reader) =>
    [
        Button(EditAction, page, "Edit", ChatButtonLook.Primary),
        .. page.Department.HowToHelpAt is not null ? [Button(RenewAction, page, "Still true")] : Array.Empty<ChatButton>(),
        .. page.IsLedBy(reader) ? [Button(BalanceAction, page, "With other departments")] : Array.Empty<ChatButton>(),
    ];

    private static ChatButton Button(string action, DepartmentPage page, string label, ChatButtonLook look = ChatButtonLook.Plain) =>
        new(action, page.Department.Id.ToString("N"), label, look);
}
