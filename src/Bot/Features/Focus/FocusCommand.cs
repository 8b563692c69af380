using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary><c>/relate five</c> in words: shows the focus list, adds a person or removes one.</summary>
public sealed class FocusCommand(
    SentenceParser parser,
    FocusViewReader viewReader,
    IFocusStore focus,
    FocusListEditor editor,
    IPeopleDirectory directory)
{
    private const string Add = "add";

    /// <summary>Handles the words after the command. Without any, it shows the whole list.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        if (command.Text.IsBlank)
        {
            return new ChatReply.Answer(FocusMessages.All(await viewReader.OfAsync(context.Sender, cancellationToken)));
        }

        var (verb, text) = ReadVerb(command);
        var sentence = await parser.ParseAsync(text, context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.Unclear(unclear));
        }

        return new ChatReply.Answer(sentence.Receivers switch
        {
            [Receiver.Person { Id: var id }] =>
                await HandleAsync(
                    context.Sender,
                    (await directory.GetPeopleAsync([id], cancellationToken))[0],
                    verb,
                    sentence.Note,
                    cancellationToken),
            [Receiver.Unknown nobody] => NameMessages.Unknown(nobody.Typed),
            _ => FocusMessages.WhoAndHowOften(),
        });
    }

    private async Task<ChatMessage> HandleAsync(Person owner, Person person, string verb, string words, CancellationToken cancellationToken)
    {
        if (verb == Add)
        {
            return await AddAsync(owner, person, words, cancellationToken);
        }

        if ((await focus.GetByOwnerAsync(owner.Id, cancellationToken))
            .FirstOrDefault(entry => entry.PersonId == person.Id) is not { } known)
        {
            return FocusMessages.NotOneOfThem(person);
        }

        if (verb.Length == 0)
        {
            return FocusMessages.Page((await viewReader.FindAsync(owner, known.Id, cancellationToken))!);
        }

        focus.Remove(known);
        return FocusMessages.Removed(person.Name);
    }

    private async Task<ChatMessage> AddAsync(Person owner, Person person, string words, CancellationToken cancellationToken)
    {
        var cadence = CadenceParser.Parse(words);
        if (cadence is null && words.Length > 0)
        {
            return FocusMessages.HowOften();
        }

        if (await editor.FaultAsync(owner, person, cancellationToken) is { } fault)
        {
            return FocusMessages.Refused(fault, person);
        }

        var isNew = (await focus.GetByOwnerAsync(owner.Id, cancellationToken)).All(entry => entry.PersonId != person.Id);
        var entry = await editor.AddAsync(owner, person, cadence, cancellationToken);
        var view = (await viewReader.FindAsync(owner, entry.Id, cancellationToken))!;
        return FocusMessages.Page(view, isNew ? FocusMessages.Added(view) : FocusMessages.Saved());
    }

    /// <summary>Returns "add" or "remove" and the rest; an empty verb when a name comes first.</summary>
    private static (string Verb, IncomingText Text) ReadVerb(ChatInput.Command command) => CommandWords.ToSubcommand(
        command with { Name = "" }) switch
    {
        { Name: " add" } rest => (Add, rest.Text),
        { Name: " remove" } rest => ("remove", rest.Text),
        _ => ("", command.Text),
    };
}
