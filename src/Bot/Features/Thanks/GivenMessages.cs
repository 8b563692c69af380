using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Messages to the giver: at once about what will happen, later about what couldn't be delivered.</summary>
public static class GivenMessages
{
    /// <summary>To the giver, before anything is sent.</summary>
    public static ChatMessage Given(Act act, ThanksDelivery delivery)
    {
        var told = act.People.Except(delivery.Waiting).ToList();
        var departments = delivery.ReachesMembers ? act.Departments : [];
        var tells = told.Count + departments.Length > 0;
        ChatText[] sentences =
        [
            Head(act),
            (tells, delivery.Channel) switch
            {
                (true, "") => ChatText.Of($" I'll tell {ChatText.List(told, departments)}."),
                (true, var channel) => ChatText.Of($" I'll tell {ChatText.List(told, departments)} and post it in {channel}."),
                (false, "") => ChatText.Empty,
                (false, var channel) => ChatText.Of($" I'll post it in {channel}."),
            },
            act.Visibility is Visibility.Private ? ChatText.Of(" No one else can read it.") : ChatText.Empty,
            delivery.Waiting switch
            {
                [] => ChatText.Empty,
                [var one] => ChatText.Of($" {one} doesn't have an account here yet. I'll tell them when they have one."),
                var several => ChatText.Of($" {ChatText.List(several)} don't have an account here yet. I'll tell them when they have one."),
            },
            act switch
            {
                { Departments: [] } or { People: not [] } => ChatText.Empty,
                { Members: [] } =>
                    ChatText.Of($" I don't know who belongs to {ChatText.List([], act.Departments)} yet. I'll tell them once I do."),
                _ when !delivery.ReachesMembers =>
                    ChatText.Of($" No one in {ChatText.List([], act.Departments)} has an account here yet. I'll tell them when they do."),
                _ => ChatText.Empty,
            },
        ];
        return WithUndo(act, new ChatText([.. sentences.SelectMany(sentence => sentence.Spans)]));
    }

    /// <summary>Replaces that answer once it is known what couldn't be delivered. <paramref name="channel"/>: null for none.</summary>
    public static ChatMessage GivenInPart(Act act, IReadOnlyList<Person> notReached, string? channel)
    {
        ChatText[] sentences =
        [
            Head(act),
            notReached.Count > 0
                ? ChatText.Of($" I couldn't reach {ChatText.List(notReached)}. You can still tell them yourself.")
                : ChatText.Empty,
            channel is null ? ChatText.Empty : ChatText.Of($" I couldn't post it in {channel}."),
        ];
        return WithUndo(act, new ChatText([.. sentences.SelectMany(sentence => sentence.Spans)]));
    }

    /// <summary>To the giver, when a named person can't be reached.</summary>
    public static ChatMessage NotReached(Act act, Person receiver, bool canUndo) => Notice(
        act,
        ChatText.Of($"I couldn't reach {receiver}, so they don't have your {Noun(act)}. You can still tell them yourself."),
        canUndo);

    /// <summary>To the giver, when no one in the named departments can be reached.</summary>
    public static ChatMessage NoMemberReached(Act act, bool canUndo) => Notice(
        act,
        ChatText.Of($"I couldn't reach anyone in {ChatText.List([], act.Departments)}, so they don't have your {Noun(act)}."),
        canUndo);

    /// <summary>To the giver, when the thanks couldn't be posted.</summary>
    public static ChatMessage NotPosted(Act act, string channel, bool canUndo) => Notice(
        act,
        ChatText.Of(
            $"I couldn't post your {Noun(act)} to {ThanksMessages.Receivers(act)} in {channel}, so it isn't public there. "
                + $"An administrator can set up the channel."),
        canUndo);

    private static ChatText Head(Act act) =>
        ChatText.Of($"{(act.Kind is ExchangeKind.Kudos ? "Kudos to" : "You thanked")} {ThanksMessages.Receivers(act)}.");

    private static string Noun(Act act) => act.Kind is ExchangeKind.Kudos ? "kudos" : "thanks";

    private static ChatMessage Notice(Act act, ChatText text, bool canUndo) =>
        canUndo ? WithUndo(act, text) : ChatMessage.Of(new ChatBlock.Paragraph(text));

    private static ChatMessage WithUndo(Act act, ChatText text) => ChatMessage.Of(
        new ChatBlock.Paragraph(text),
        new ChatBlock.Buttons([new ChatButton(ThanksMessages.UndoAction, act.Id.ToString("N"), "Undo")]));
}
