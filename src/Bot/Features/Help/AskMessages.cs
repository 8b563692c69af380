using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>Messages about asks to the people involved. Immediate answers are in <see cref="AskReplies"/>.</summary>
public static class AskMessages
{
    public const string TakeAction = "ask.take";
    public const string SuggestAction = "ask.suggest";
    public const string NotNowAction = "ask.notnow";
    public const string HandBackAction = "ask.handback";
    public const string SolvedAction = "ask.solved";
    public const string NotYetAction = "ask.notyet";
    public const string WithdrawAction = "ask.withdraw";
    public const string ThankAction = "ask.thank";
    public const string AgainAction = "ask.again";
    public const string FormAction = "ask.form";
    public const string ChooseAction = "ask.choose";
    public const string VisibilityAction = "ask.visibility";
    public const string ViewAction = "ask.view";

    private const int LongestReminder = 200;

    /// <summary>The post in a channel, in any state of the ask.</summary>
    public static ChatMessage Posted(AskDetails details) => InChannel(details, Draw(details, PostHead(details)));

    /// <summary>The same post as its asker or a helper sees it, with their own buttons.</summary>
    public static ChatMessage PostedFor(AskDetails details, Person viewer) => viewer switch
    {
        _ when !details.Ask.IsActive => Posted(details),
        _ when viewer.Id == details.Asker.Id => Draw(
            details,
            PostHead(details),
            [
                .. details.Helpers.IsEmpty ? [] : new[] { Button(SolvedAction, details, "It is solved", ChatButtonLook.Primary) },
                Button(WithdrawAction, details, "No longer needed")
            ]),
        _ when details.IsHelpedBy(viewer.Id) =>
            Draw(
                details,
                PostHead(details),
                [Button(SolvedAction, details, "It is solved"), Button(HandBackAction, details, "Hand it back")]),
        _ => Posted(details),
    };

    /// <summary>To a person who was asked directly, in any state of the ask.</summary>
    public static ChatMessage AskedOf(AskDetails details) =>
        Draw(details, ChatText.Of($"{details.Asker} {(details.Ask.IsActive ? "asks" : "asked")} you:"));

    /// <summary>To a person whom a colleague suggested.</summary>
    public static ChatMessage Suggested(AskDetails details, Person by) =>
        Draw(details, ChatText.Of($"{by} thinks that you could help {details.Asker}:"));

    /// <summary>The reminder to the people who were asked, when half the time has passed.</summary>
    public static ChatMessage StillOpen(AskDetails details) => InChannel(details, Draw(
        details,
        details.Person is null
            ? ChatText.Of($"Still open, from {details.Asker}:")
            : ChatText.Of($"{details.Asker} still hopes for an answer from you:")));

    /// <summary>To the asker: who took it and when.</summary>
    public static ChatMessage Taken(AskDetails details, Person helper, DateTimeOffset local) => ToAsker(
        details, ChatText.Of($"{helper} took it at {local.ToString("HH:mm", CultureInfo.InvariantCulture)}:"),
        Button(SolvedAction, details, "It is solved", ChatButtonLook.Primary), Button(WithdrawAction, details, "No longer needed"));

    /// <summary>To the helper.</summary>
    public static ChatMessage Yours(AskDetails details) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"You are helping {details.Asker}, and they know it:")),
        new ChatBlock.Quote(details.Ask.Text),
        new ChatBlock.Buttons([Button(SolvedAction, details, "It is solved"), Button(HandBackAction, details, "Hand it back")]));

    /// <summary>Replaces the helper's message when the ask is closed or the helper no longer has it.</summary>
    public static ChatMessage NoLongerYours(AskDetails details, Person helper) => ChatMessage.Of(
        new ChatBlock.Paragraph(details switch
        {
            { Ask.State: AskState.Solved } when details.IsHelpedBy(helper.Id) =>
                ChatText.Of($"Solved. {details.Asker} got further because of you:"),
            { Ask.State: AskState.Withdrawn } => ChatText.Of($"{details.Asker} no longer needs it. Thank you for being there:"),
            _ => ChatText.Of($"You handed this back to {details.Asker}:"),
        }),
        new ChatBlock.Quote(details.Ask.Text.Clip(LongestReminder)));

    public static ChatMessage HandedBack(AskDetails details, Person helper) => ToAsker(
        details,
        details.Ask.State is AskState.Open
            ? ChatText.Of($"{helper} had to hand this back, so it is open again:")
            : ChatText.Of(
                $"{helper} had to hand this back. {ChatText.List(details.Helpers.Where(other => other.Id != helper.Id))} "
                    + $"{(details.Helpers.Length > 2 ? "are" : "is")} still on it:"),
        Button(WithdrawAction, details, "No longer needed"));

    /// <summary>To the asker, when a helper's account no longer exists.</summary>
    public static ChatMessage HelperLeft(AskDetails details, Person helper) => ToAsker(
        details,
        details.Ask.State is AskState.Open
            ? ChatText.Of($"{helper.Name} no longer has an account here, so this is open again:")
            : ChatText.Of(
                $"{helper.Name} no longer has an account here. {ChatText.List(details.Helpers.Where(other => other.Id != helper.Id))} "
                    + $"{(details.Helpers.Length > 2 ? "are" : "is")} still on it:"),
        Button(WithdrawAction, details, "No longer needed"));

    /// <summary>To the asker, when the only person asked no longer has an account.</summary>
    public static ChatMessage AskedLeft(AskDetails details) => ToAsker(
        details,
        ChatText.Of($"{details.Person!.Name} no longer has an account here, so nobody has this yet:"),
        Button(AgainAction, details, "Ask somebody else", ChatButtonLook.Primary));

    public static ChatMessage NotNow(AskDetails details) => ToAsker(
        details,
        ChatText.Of($"{details.Person!} cannot take this right now:"),
        Button(AgainAction, details, "Ask somebody else", ChatButtonLook.Primary));

    /// <summary>To the asker, some days after the ask was taken.</summary>
    public static ChatMessage DidItGetSolved(AskDetails details) => ToAsker(
        details, ChatText.Of($"Did it get solved? {ChatText.List(details.Helpers)} took it:"),
        Button(SolvedAction, details, "Yes", ChatButtonLook.Primary),
        Button(NotYetAction, details, "Not yet"),
        Button(WithdrawAction, details, "No longer needed"));

    /// <summary>To the asker, when a helper closed the ask.</summary>
    public static ChatMessage SolvedBy(AskDetails details, Person helper) => ToAsker(
        details,
        ChatText.Of($"{helper} says that this is solved:"),
        Button(ThankAction, details, "Say thanks", ChatButtonLook.Primary),
        Button(NotYetAction, details, "Not yet"));

    /// <summary>Replaces earlier messages to the asker when the ask is closed.</summary>
    public static ChatMessage OverForAsker(AskDetails details) => details.Ask switch
    {
        { State: AskState.Solved, ThankedAt: not null } =>
            ToAsker(details, ChatText.Of($"Solved, and you thanked {ChatText.List(details.Helpers)}:")),
        { State: AskState.Solved } when details.Helpers.Length > 0 =>
            ToAsker(
                details,
                ChatText.Of($"Solved, with help from {ChatText.List(details.Helpers)}:"),
                Button(ThankAction, details, "Say thanks", ChatButtonLook.Primary)),
        { State: AskState.Solved } => ToAsker(details, ChatText.Of("Solved:")),
        { State: AskState.Expired } => Expired(details),
        _ => ToAsker(details, ChatText.Of("No longer needed:")),
    };

    public static ChatMessage Expired(AskDetails details) => ToAsker(
        details,
        ChatText.Of($"Nobody could take what you asked {Whom(details)}, so I closed it. In other words, or of somebody else, it may work:"),
        Button(AgainAction, details, "Ask again", ChatButtonLook.Primary));

    /// <summary>Names the receiver: a person, a department, the people who know about a topic, or everyone.</summary>
    internal static ChatText Whom(AskDetails details) => details switch
    {
        { Person: { } person } => ChatText.Of($"{person}"),
        { Department: { } department } => ChatText.Of($"{department}"),
        { Ask.Topic: { } topic } => ChatText.Of($"whoever knows about #{topic}"),
        _ => ChatText.Of("everybody"),
    };

    private static ChatText PostHead(AskDetails details) =>
        ChatText.Of($"{details.Asker} {(details.Ask.IsActive ? "asks" : "asked")} {Whom(details)}:");

    /// <summary>Adds the personal view of the asker and the helpers, who see other buttons.</summary>
    private static ChatMessage InChannel(AskDetails details, ChatMessage post) => details.Ask.IsActive
        ? post with
        {
            PersonalView = new ChatPersonalView(
            ViewAction,
            details.Ask.Id.ToString("N"),
            [details.Asker.Id, .. details.Helpers.Select(helper => helper.Id)])
        }
        : post;

    /// <summary>The version for people who could help.</summary>
    private static ChatMessage Draw(AskDetails details, ChatText head) => Draw(details, head, !details.Ask.IsActive ? [] :
    [
        Button(
            TakeAction,
            details,
            details.Helpers.IsEmpty ? "I can help" : "I can help too",
            details.Helpers.IsEmpty ? ChatButtonLook.Primary : ChatButtonLook.Plain),
        Button(SuggestAction, details, "I know who can"),
        .. details.Helpers.IsEmpty ? [Button(NotNowAction, details, "Not now")] : Array.Empty<ChatButton>(),
    ]);

    private static ChatMessage Draw(AskDetails details, ChatText head, ImmutableArray<ChatButton> buttons) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(head),
        new ChatBlock.Quote(details.Ask.Text),
        .. Status(details) is { IsEmpty: false } status ? ImmutableArray.Create<ChatBlock>(new ChatBlock.Small(status)) : [],
        .. buttons.IsEmpty ? [] : ImmutableArray.Create<ChatBlock>(new ChatBlock.Buttons(buttons)),
    ]);

    private static ChatText Status(AskDetails details) => details.Ask switch
    {
        { State: AskState.Taken } => ChatText.Of($"{ChatText.List(details.Helpers)} {(details.Helpers.Length > 1 ? "are" : "is")} on it."),
        { State: AskState.Solved } when details.Helpers.Length > 0 =>
            ChatText.Of($"Solved, with help from {ChatText.List(details.Helpers)}."),
        { State: AskState.Solved } => ChatText.Of("Solved."),
        { State: AskState.Withdrawn } => ChatText.Of("No longer needed."),
        { State: AskState.Expired } => ChatText.Of("Nobody could take it in time."),
        { NeededBy: { } day } => ChatText.Of(string.Create(CultureInfo.InvariantCulture, $"Needed by {day:dddd, d MMMM}.")),
        _ => ChatText.Empty,
    };

    internal static ChatMessage ToAsker(AskDetails details, ChatText head, params ImmutableArray<ChatButton> buttons) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(head),
        new ChatBlock.Quote(details.Ask.Text.Excerpt(LongestReminder)),
        .. buttons.IsEmpty ? [] : ImmutableArray.Create<ChatBlock>(new ChatBlock.Buttons(buttons)),
    ]);

    internal static ChatButton Button(string action, AskDetails details, string label, ChatButtonLook look = ChatButtonLook.Plain) =>
        new(action, details.Ask.Id.ToString("N"), label, look);
}
