using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Messages about thanks and kudos.</summary>
public static class ThanksMessages
{
    public const string UndoAction = "thanks.undo";
    public const string SecondAction = "thanks.second";
    public const string SayBackAction = "thanks.sayback";
    public const string ChooseAction = "thanks.choose";
    public const string OthersAction = "thanks.others";
    public const string FormAction = "thanks.form";

    /// <summary>To the giver.</summary>
    public static ChatMessage Given(Act act, string channel)
    {
        var where = (act, channel) switch
        {
            ({ Visibility: Visibility.Private }, _) => "Only they can read it.",
            ({ People: [], Members: [] }, _) =>
                $"I do not know yet who belongs to it, so nobody has a message from "
                    + $"me{(channel.Length > 0 ? $"; it is in {channel}" : "")}.",
            (_, "") => "They have a message from me.",
            _ => $"They have a message from me, and it is in {channel}.",
        };
        return ChatMessage.Of(
            new ChatBlock.Paragraph(ChatText.Of(
                $"{(act.Kind is ExchangeKind.Kudos ? "Kudos to" : "You thanked")} {Receivers(act)}. {where}")),
            new ChatBlock.Buttons([new ChatButton(UndoAction, act.Id.ToString("N"), "Undo")]));
    }

    /// <summary>To a person who was named.</summary>
    public static ChatMessage Received(Act act, IReadOnlyList<Person> seconders)
    {
        var others = act.People.Length + act.Departments.Length > 1;
        var (giver, receivers) = (act.Giver, Receivers(act));
        return ToReceiver(act, seconders, (act.Kind, others) switch
        {
            (ExchangeKind.Kudos, false) => ChatText.Of($"{giver} gives you kudos{For(act)}."),
            (ExchangeKind.Kudos, true) => ChatText.Of($"{giver} gives kudos to {receivers}{For(act)}."),
            (_, false) => ChatText.Of($"{giver} thanks you{For(act)}."),
            (_, true) => ChatText.Of($"{giver} thanks {receivers}{For(act)}."),
        });
    }

    /// <summary>To a member of a department that was thanked.</summary>
    public static ChatMessage ReceivedAsTeam(Act act, IReadOnlyList<Person> seconders) =>
        ToReceiver(act, seconders, act.Kind is ExchangeKind.Kudos
        ? ChatText.Of($"{act.Giver} gives kudos to {Receivers(act)}{For(act)}. You are part of that.")
        : ChatText.Of($"{act.Giver} thanks {Receivers(act)}{For(act)}. You are part of that."));

    /// <summary>In the kudos channel.</summary>
    public static ChatMessage Posted(Act act, IReadOnlyList<Person> seconders) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(ChatText.Of(
            $"{act.Giver} {(act.Kind is ExchangeKind.Kudos ? "gives kudos to" : "thanks")} {Receivers(act)}.")),
        .. NoteAndValues(act),
        .. Seconders(seconders),
        new ChatBlock.Buttons([new ChatButton(SecondAction, act.Id.ToString("N"), "+1")]),
    ]);

    /// <summary>To the giver, from a receiver.</summary>
    public static ChatMessage SaidBack(Act act, Person from, string words) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"{from} answers your {(act.Kind is ExchangeKind.Kudos ? "kudos" : "thanks")}:")),
        new ChatBlock.Quote(words));

    public static ChatMessage PassedOn(Act act) => ChatMessage.Of(ChatText.Of($"I passed that on to {act.Giver}."));

    public static ChatMessage ForAProgramsMessage() =>
        ChatMessage.Of(ChatText.Of(
            "A program wrote that message and cannot read your thanks. If there is a person behind it, thank them: /thanks @sue for the "
                + "report"));

    public static ChatMessage ForYourOwnMessage() =>
        ChatMessage.Of(ChatText.Of("That message is your own. If somebody had a part in it, thank them: /thanks @sue for the idea"));

    public static ChatMessage ForAStrangersMessage() =>
        ChatMessage.Of(ChatText.Of(
            "The author belongs to another organisation, and I only reach people of yours. A word from you in the channel that you share "
                + "gets there."));

    public static ChatMessage Gone() => ChatMessage.Of(ChatText.Of("That has been taken back, so there is nothing to answer any more."));

    public static ChatMessage Outdated() => ChatMessage.Of(ChatText.Of("That question is no longer open. Please write it once more."));

    public static ChatMessage Undone(UndoThanksResult result) => ChatMessage.Of(ChatText.Of(result switch
    {
        UndoThanksResult.Undone => "Taken back. My messages about it are withdrawn.",
        UndoThanksResult.AlreadyUndone => "That was taken back already.",
        UndoThanksResult.TooLate => "Undo works for ten minutes, and those are over. A word to them in person does the rest.",
        UndoThanksResult.NotYours => "Only the person who gave it can take it back.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    }));

    public static ChatMessage NotSeconded(SecondThanksResult result) => ChatMessage.Of(ChatText.Of(result switch
    {
        SecondThanksResult.Already => "Your +1 is counted already.",
        SecondThanksResult.OwnAct => "This one is from you, so it has your voice already.",
        SecondThanksResult.OwnThanks => "This one is for you. You can say something back in our direct messages.",
        SecondThanksResult.Gone => "That was taken back in the meantime.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    }));

    /// <summary>All reasons why the thanks weren't given, with a way to continue where there is one.</summary>
    public static ChatMessage Refused(ExchangeKind kind, ImmutableArray<ThanksFault> faults, Guid? draftId) => ChatMessage.Of(
    [
        .. faults.Select(fault => new ChatBlock.Paragraph(ChatText.Of(Sentence(kind, fault)))),
        .. draftId is { } id
            ? ImmutableArray.Create<ChatBlock>(
                new ChatBlock.Small(ChatText.Of("Nothing is sent yet.")),
                new ChatBlock.Buttons([new ChatButton(OthersAction, id.ToString("N"), "Thank the others", ChatButtonLook.Primary)]))
            : [],
    ]);

    /// <summary>The same as errors on the form's fields.</summary>
    public static ImmutableDictionary<string, string> FormErrors(ImmutableArray<ThanksFault> faults) => faults
        .GroupBy(fault => fault switch
        {
            ThanksFault.NoteTooLong => ThanksForm.NoteField,
            ThanksFault.TooManyValues => ThanksForm.ValuesField,
            ThanksFault.EmptyDepartment => ThanksForm.DepartmentsField,
            _ => ThanksForm.PeopleField,
        }, StringComparer.Ordinal)
        .ToImmutableDictionary(
            group => group.Key,
            group => string.Join(' ', group.Select(fault => Sentence(ExchangeKind.Thanks, fault))),
            StringComparer.Ordinal);

    public static ImmutableDictionary<string, string> SayBackErrors(int length) => ImmutableDictionary<string, string>.Empty.Add(
        ThanksForm.NoteField, length == 0 ? "A few words are enough." : TooLong(length));

    private static string Sentence(ExchangeKind kind, ThanksFault fault) => fault switch
    {
        ThanksFault.NobodyNamed =>
            $"Who is it for? Name at least one person or department, for example: /{(kind is ExchangeKind.Kudos ? "kudos" : "thanks")} "
                + $"@sue for the quick help",
        ThanksFault.OnlyGiverNamed => "This would go to yourself only. Who else had a part in it?",
        ThanksFault.BotNamed(var name) => $"{name} is a program and cannot read it. Is there a person behind it?",
        ThanksFault.OutsiderNamed(var name) =>
            $"{name} belongs to another organisation, and I only reach people of yours. A word from you in the channel you share gets "
                + $"there.",
        ThanksFault.LeaverNamed(var name) => $"{name} no longer has an account here, so I cannot reach them.",
        ThanksFault.UnknownName(var typed) => NameMessages.UnknownSentence(typed),
        ThanksFault.EmptyDepartment(var name) => $"I do not know of anybody else in {name} yet. Name the people instead.",
        ThanksFault.NoteTooLong(var length) => TooLong(length),
        ThanksFault.TooManyReceivers(var count) =>
            $"That is {count} receivers; {ThanksLimits.Receivers} fit. A whole department counts as one.",
        ThanksFault.TooManyValues(var count) => $"That is {count} values; {ThanksLimits.Values} fit.",
        ThanksFault.TooManyThisHour(var written) =>
            $"You have given {written} in the last hour, and {ThanksLimits.EntriesAnHour} is the limit. Please send the rest a little "
                + $"later.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static string TooLong(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"The text has {length:N0} characters; {ThanksLimits.Note:N0} fit. Please shorten it by {length - ThanksLimits.Note:N0}.");

    private static ChatMessage ToReceiver(Act act, IReadOnlyList<Person> seconders, ChatText first) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(first),
        .. NoteAndValues(act),
        .. Seconders(seconders),
        .. act.Visibility is Visibility.Private
            ? ImmutableArray.Create<ChatBlock>(new ChatBlock.Small(ChatText.Of("Only you and those named can read this.")))
            : [],
        new ChatBlock.Buttons([new ChatButton(SayBackAction, act.Id.ToString("N"), "Say something back")]),
    ]);

    /// <summary>
    /// Adds a link to the message that the thanks are for. Only receivers get it: for others, the address could reveal a private place.
    /// </summary>
    private static ChatText For(Act act) =>
        act.Link is { } link ? new ChatText([new ChatSpan.Plain(" for "), new ChatSpan.Link(link, "this message")]) : ChatText.Empty;

    private static ChatText Receivers(Act act) => ChatText.List(act.People, act.Departments);

    private static IEnumerable<ChatBlock> NoteAndValues(Act act)
    {
        if (act.Note.Length > 0)
        {
            yield return new ChatBlock.Quote(act.Note);
        }

        if (act.Values.Length > 0)
        {
            yield return new ChatBlock.Small(ChatText.Of(string.Join(' ', act.Values.Select(value => $"#{value}"))));
        }
    }

    private static IEnumerable<ChatBlock> Seconders(IReadOnlyList<Person> seconders) => seconders.Count == 0
        ? []
        : [new ChatBlock.Small(ChatText.Of($"+{seconders.Count} {ChatText.List(seconders.Take(10))}"))];
}
