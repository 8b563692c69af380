using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// <c>/relate admin merge</c>: merges two records of one person, given by mention, name or address. People without an account can't be
/// mentioned, and a name may belong to several people, so an address always works.
/// </summary>
public sealed partial class PersonMergeCommand(
    PersonMergeStore merges, Administrators administrators, SentenceParser parser, IPeopleDirectory directory)
{
    /// <summary>Merges two records. The caller has checked that the sender is an administrator.</summary>
    public async Task<ChatMessage> MergeAsync(ChatContext context, IncomingText text, CancellationToken cancellationToken)
    {
        var people = new List<Person>();
        var rest = new List<IncomingSpan>();
        foreach (var span in text.Spans)
        {
            if (span is not IncomingSpan.Words { Text: var words })
            {
                rest.Add(span);
                continue;
            }

            foreach (var address in Address().Matches(words).Select(match => match.Value))
            {
                if (await merges.FindAsync(address, cancellationToken) is not { } known)
                {
                    return PersonMergeMessages.NobodyHas(address);
                }

                people.Add(known);
            }

            rest.Add(new IncomingSpan.Words(Address().Replace(words, " ")));
        }

        var sentence = await parser.ParseAsync(new IncomingText([.. rest]), context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            var ids = unclear.Candidates.Select(candidate => candidate.Receiver).OfType<Receiver.Person>().Select(person => person.Id);
            return PersonMergeMessages.WhichOne(await directory.GetPeopleAsync([.. ids], cancellationToken));
        }

        var named = sentence.Receivers.OfType<Receiver.Person>().Select(person => person.Id).ToList();
        people.AddRange(await directory.GetPeopleAsync(named, cancellationToken));
        if (people.DistinctBy(person => person.Id).ToList() is not [var one, var other]
            || sentence.Receivers.Length != named.Count
            || people.Exists(person => person.Kind is PersonKind.Bot))
        {
            return PersonMergeMessages.Usage();
        }

        var (first, second) = (PersonMergeMessages.Describe(one), PersonMergeMessages.Describe(other));
        return await merges.MergeAsync(context.Sender, one, other, cancellationToken) is { } done
            ? PersonMergeMessages.Merged(first, second, done.Kept, done.UndoId)
            : PersonMergeMessages.TwoAccounts(first, second);
    }

    /// <summary>Handles a tap on <em>Undo</em>.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (await administrators.IsSenderAdministratorAsync(context, cancellationToken) is not true)
        {
            return new ChatReply.Answer(PersonMergeMessages.NotAllowed());
        }

        var undone = Guid.TryParse(action.Value, out var id) && await merges.TryUndoAsync(id, context.Sender, cancellationToken);
        return new ChatReply.Answer(undone ? PersonMergeMessages.Undone() : PersonMergeMessages.TooLate(), ReplacesOriginal: undone);
    }

    [GeneratedRegex(@"[^\s<>,;|:@]+@[^\s<>,;|:@]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
