using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Departments;

/// <summary>Messages about offers.</summary>
public static class OfferMessages
{
    public const string TakeBackAction = "offer.takeback";

    private const int MostShown = 10;
    private const int ButtonsARow = 5;

    public static ChatMessage Offered(IReadOnlyList<string> topics) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"Noted: whoever asks about {Tags(topics)} can find you. /relate offer shows what you offer.")),
        new ChatBlock.Buttons([.. topics.Take(ButtonsARow).Select(topic => new ChatButton(TakeBackAction, topic, $"Take back #{topic}"))]));

    /// <summary>The reader's own offers, with a button for each.</summary>
    public static ChatMessage Yours(IReadOnlyList<string> topics) => topics.Count == 0
        ? ChatMessage.Of(ChatText.Of("You offer nothing yet. What do people like to ask you about? For example: /relate offer #excel"))
        : ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of("You offer help with these. A tap takes one back:")),
            .. topics
                .Chunk(ButtonsARow)
                .Select(row => new ChatBlock.Buttons([.. row.Select(topic => new ChatButton(TakeBackAction, topic, $"#{topic}"))])),
        ]);

    public static ChatMessage WhatDoYouOffer() =>
        ChatMessage.Of(ChatText.Of("Put a # before what you like to be asked about, for example: /relate offer #excel #contracts"));

    public static ChatMessage AboutWhat() => ChatMessage.Of(ChatText.Of("About what? For example: /relate who #excel"));

    public static ChatMessage TooMany() =>
        ChatMessage.Of(ChatText.Of(
            $"{Offer.MaxPerOwner} topics are the most that I keep for one person. /relate offer lets you take one back."));

    /// <summary>The people and departments that offer a topic, best first.</summary>
    public static ChatMessage Who(string topic, IReadOnlyList<Offerer> offerers, Person? reader) => offerers.Count == 0
        ? ChatMessage.Of(ChatText.Of(
            $"Nobody offers #{topic} yet. /ask #{topic} … asks everybody, and /relate offer #{topic} is for you if you know about it."))
        : ChatMessage.Of(
            new ChatBlock.Paragraph(ChatText.Of($"Ask about #{topic}:\n{Lines(offerers, reader)}")),
            new ChatBlock.Small(ChatText.Of($"/ask #{topic} … asks all of them at once.")));

    /// <summary>A topic and who offers it, as a search result.</summary>
    public static ChatSearchResult Topic(string topic, IReadOnlyList<Offerer> offerers) =>
        new(
            $"#{topic}",
            string.Join(", ", offerers.Take(MostShown).Select(offerer => offerer.Person?.Name ?? offerer.Department!.Name)),
            Who(topic, offerers, reader: null));

    /// <summary>What a department offers, as a search result.</summary>
    public static ChatSearchResult Found(Department department, IReadOnlyList<string> topics)
    {
        var offered = topics.Count == 0 ? "Tells nothing about what it offers yet" : $"Offers help with {Tags(topics)}";
        return new ChatSearchResult(department.Name, offered, ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold(department.Name)}\n{offered}.")),
            .. department.HowToHelpLines.IsEmpty ? [] : ImmutableArray.Create<ChatBlock>(
                new ChatBlock.Paragraph(ChatText.Of(
                    $"{ChatText.Bold("How to help them")}\n{string.Join('\n', department.HowToHelpLines.Select(line => $"• {line}"))}"))),
            new ChatBlock.Small(ChatText.Of($"/ask @{department.Handle} … reaches them.")),
        ]));
    }

    /// <summary>What a person offers, as a search result.</summary>
    public static ChatSearchResult Found(Person person, IReadOnlyList<string> topics) => new(
        person.Name,
        $"Offers help with {Tags(topics)}",
        ChatMessage.Of(
            new ChatBlock.Paragraph(ChatText.Of($"{person} offers help with {Tags(topics)}.")),
            new ChatBlock.Small(ChatText.Of($"/ask {person} … reaches them."))));

    private static ChatText Lines(IReadOnlyList<Offerer> offerers, Person? reader)
    {
        var lines = offerers.Take(MostShown).Select(offerer => ChatText.Of($"• {Name(offerer, reader)}{Why(offerer)}")).ToList();
        return new ChatText([.. lines.SelectMany((line, index) => index == 0 ? line.Spans : [new ChatSpan.Plain("\n"), .. line.Spans])]);
    }

    private static ChatText Name(Offerer offerer, Person? reader) => offerer switch
    {
        { Person: { } person } when person.Id == reader?.Id => ChatText.Of("You"),
        { Person: { } person } => ChatText.Of($"{person}"),
        _ => ChatText.Of($"{offerer.Department!} (department)"),
    };

    private static string Why(Offerer offerer) => offerer switch
    {
        { WasThanked: true, IsFree: true } => ", thanked for it lately",
        { WasThanked: true } => ", thanked for it lately, helping somebody right now",
        { IsFree: false } => ", helping somebody right now",
        _ => "",
    };

    private static string Tags(IReadOnlyList<string> topics) => string.Join(", ", topics.Select(topic => $"#{topic}"));
}
