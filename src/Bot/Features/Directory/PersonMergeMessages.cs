using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Messages about merging two records of one person. Only administrators see them, so they may contain addresses.</summary>
public static class PersonMergeMessages
{
    public const string UndoAction = "directory.merge.undo";

    public static ChatMessage NotAllowed() =>
        Say("Only people who look after this workspace can merge two people. One of them can do it with the same command.");

    public static ChatMessage Usage() =>
        Say(
            "Name two records of one person, for example: `/relate admin merge @sue sue@example.org`. An address works where a name "
                + "doesn't.");

    public static ChatMessage NobodyHas(string address) => Say($"I don't know anyone with the address {address}, so I changed nothing.");

    public static ChatMessage WhichOne(IReadOnlyList<Person> people) => Say(people.Count == 0
        ? "I'm not sure whom you mean. Write two addresses, for example: `/relate admin merge sue@old.example sue@new.example`"
        : $"Several people have that name: {string.Join(", ", people.Select(Describe))}. Write the two addresses instead.");

    public static ChatMessage TwoAccounts(string one, string other) =>
        Say($"{one} and {other} both have an account in the same workspace, so they're two people to me. I changed nothing.");

    public static ChatMessage Merged(string one, string other, Person kept, Guid undoId) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            $"{one} and {other} are one person now, with the address {kept.Email ?? "not known"}. Accounts, open asks and reports are "
                + $"together.")),
        new ChatBlock.Small(ChatText.Of(
            $"What the ledger holds of each record stays as it is. You can undo this for ten minutes.")),
        new ChatBlock.Buttons([new ChatButton(UndoAction, undoId.ToString("N"), "Undo")]));

    public static ChatMessage Undone() => Say("Undone. They're two people again.");

    public static ChatMessage TooLate() =>
        Say("I can't undo this anymore. Undo works once, for ten minutes, for the person who merged them.");

    /// <summary>Describes a person so that an administrator can tell people with the same name apart.</summary>
    public static string Describe(Person person) => $"{person.Name} ({person.Email ?? "no address"})";

    private static ChatMessage Say(string sentence) => ChatMessage.Of(ChatText.Of($"{sentence}"));
}
