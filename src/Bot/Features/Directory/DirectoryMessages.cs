using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Messages about reading the directory.</summary>
public static class DirectoryMessages
{
    public static ChatMessage Begun(string workspace) =>
        Say(
            $"I am reading the directory of {workspace} now. You hear from me when I am through; for a thousand people that takes about a "
                + $"minute.");

    public static ChatMessage AtIt(string workspace, DirectoryChanges soFar) =>
        Say($"I am reading the directory of {workspace} already, {People(soFar.Read)} so far. You hear from me when I am through.");

    public static ChatMessage Progress(string workspace, DirectoryChanges soFar) => Say($"{workspace}: {People(soFar.Read)} read so far.");

    public static ChatMessage Done(string workspace, DirectoryChanges changes) =>
        Say($"The directory of {workspace} is read: {People(changes.Read)}, {Counted(changes)}.");

    public static ChatMessage Stopped(string workspace, DirectoryChanges changes, string reason) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            $"I could not read the whole directory of {workspace}. {People(changes.Read)} are read, {Counted(
                changes)}; the rest is as it was.")),
        new ChatBlock.Small(ChatText.Of(reason)));

    public static ChatMessage NotAllowed() =>
        Say(
            "Reading the directory is for those who look after this workspace. One of them can do it for you with the same command; by "
                + "night it happens by itself.");

    public static ChatMessage Unsure() =>
        Say("I could not find out just now whether you look after this workspace, so I changed nothing. Please try again in a minute.");

    public static ChatMessage NoDirectory() =>
        Say("There is no directory to read here. People and departments come from a roster file: docs/operations.md says how.");

    public static ChatMessage Usage() =>
        Say(
            "`/relate admin sync` reads people and departments again. `/relate admin head @it @sue` sets who leads a department. "
                + "`/relate admin merge @sue sue@example.org` joins two records of one person.");

    public static ChatMessage HeadNotAllowed() =>
        Say(
            "Who leads a department is recorded by those who look after this workspace. One of them can do it for you with the same "
                + "command.");

    public static ChatMessage HeadUsage() => Say("Name one department and one person, for example: /relate admin head @it @sue");

    public static ChatMessage CannotLead(Person person) =>
        ChatMessage.Of(ChatText.Of($"{person.Name} cannot be reached here, so I changed nothing. Who else leads it?"));

    public static ChatMessage Leads(Department department, Person head) =>
        ChatMessage.Of(ChatText.Of($"{head} is recorded as head of {department}."));

    /// <summary>To the new head of a department.</summary>
    public static ChatMessage YouLead(Department department, Person by) => ChatMessage.Of(ChatText.Of(
        $"{by} recorded you as head of {department}. With {ChatText.Command($"/relate department @{department.Handle}")} you can say "
            + $"what it offers and what "
            + $"makes its work easier."));

    private static ChatMessage Say(string sentence) => ChatMessage.Of(ChatText.Of(sentence));

    private static string People(int count) =>
        count == 1 ? "one person" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} people");

    private static string Counted(DirectoryChanges changes) => changes is { Added: 0, Changed: 0, Left: 0 }
        ? "nobody new and nobody changed"
        : string.Create(CultureInfo.InvariantCulture, $"{changes.Added:N0} new, {changes.Changed:N0} changed, {changes.Left:N0} gone");
}
