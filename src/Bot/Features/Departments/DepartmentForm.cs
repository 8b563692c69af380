using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Features.Departments;

/// <summary>The form for a department's page.</summary>
public static class DepartmentForm
{
    public const string Edit = "department.edit";
    public const string LinesField = "lines";
    public const string TopicsField = "topics";
    public const string ChannelField = "channel";
    public const string DelegatesField = "delegates";

    /// <summary>The maximum length of a channel's name.</summary>
    public const int LongestChannel = 80;

    /// <summary>
    /// Makes the form for the head and delegates. <paramref name="isHead"/>: true to include the channel and the delegates. <paramref
    /// name="delegates"/>: the current delegates' account ids in this workspace.
    /// </summary>
    public static ChatForm ToEdit(DepartmentPage page, bool isHead, ImmutableArray<string> delegates) => new()
    {
        Form = Edit,
        Title = "About your department",
        Submit = "Save",
        State = page.Department.Id.ToString("N"),
        OpenedBy = new ChatButton(DepartmentMessages.EditAction, page.Department.Id.ToString("N"), "Open the form"),
        Fields =
        [
            new ChatField.Words
            {
                Name = LinesField, Label = "How to help us", Longest = 1_000, Lines = true, Optional = true,
                Initial = page.Department.HowToHelpText is { Length: > 0 } text ? text : null,
                Hint = $"What makes your work easier. At most {HowToHelp.MostLines} lines of {HowToHelp.LongestLine} characters.",
            },
            new ChatField.Words
            {
                Name = TopicsField, Label = "What you offer help with", Longest = 500, Optional = true,
                Initial = page.Topics.IsEmpty ? null : string.Join(' ', page.Topics.Select(topic => $"#{topic}")),
                Hint = "For example: #laptops #vpn",
            },
            .. isHead ? ForHeads(page, delegates) : [],
        ],
    };

    private static ImmutableArray<ChatField> ForHeads(DepartmentPage page, ImmutableArray<string> delegates) =>
    [
        new ChatField.Words
        {
            Name = ChannelField,
            Label = "Where you are asked for help",
            Longest = LongestChannel,
            Optional = true,
            Initial = page.Department.HelpChannel,
            Hint = "A channel, for example #it-help. Empty: the one for everybody.",
        },
        new ChatField.People
        {
            Name = DelegatesField,
            Label = "Who else may edit this",
            Most = DepartmentPages.MostDelegates,
            Optional = true,
            Initial = delegates,
            Hint = "They cannot change the channel or this list.",
        },
    ];
}
