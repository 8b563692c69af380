using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// <c>/relate admin sync</c>, <c>head @department @person</c> and <c>merge @person @person</c>, for <see cref="Administrators"/>.
/// </summary>
public sealed class AdminCommand(
    IEnumerable<IChatDirectory> directories,
    Administrators administrators,
    DirectorySyncStore syncs,
    SentenceParser parser,
    IPeopleDirectory directory,
    PersonMergeCommand merge,
    OutboxWriter outboxWriter,
    TimeProvider clock)
{
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        new ChatReply.Answer(CommandWords.ToSubcommand(command) switch
        {
            { Name: "relate admin sync", Text.IsBlank: true } => await SyncAsync(context, cancellationToken),
            { Name: "relate admin head", Text: var text } => await HeadAsync(context, text, cancellationToken),
            { Name: "relate admin merge", Text: var text } => await MergeAsync(context, text, cancellationToken),
            _ => DirectoryMessages.Usage(),
        });

    private async Task<ChatMessage> SyncAsync(ChatContext context, CancellationToken cancellationToken)
    {
        var workspace = context.Workspace;
        if (directories.All(known => known.Name != workspace.Platform))
        {
            return DirectoryMessages.NoDirectory();
        }

        if (await RefusalAsync(context, DirectoryMessages.NotAllowed(), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var sync = await syncs.GetAsync(workspace, cancellationToken);
        return sync.TryBegin(clock.GetUtcNow(), context.Sender.Id)
            ? DirectoryMessages.Begun(workspace.Name)
            : DirectoryMessages.AtIt(workspace.Name, sync.Changes);
    }

    private async Task<ChatMessage> HeadAsync(ChatContext context, IncomingText text, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(context, DirectoryMessages.HeadNotAllowed(), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var sentence = await parser.ParseAsync(text, context.Workspace, cancellationToken);
        if (!sentence.Unclear.IsEmpty || sentence.Receivers.Length != 2
            || sentence.Receivers.OfType<Receiver.Department>().FirstOrDefault() is not { } team
            || sentence.Receivers.OfType<Receiver.Person>().FirstOrDefault() is not { } named)
        {
            return DirectoryMessages.HeadUsage();
        }

        var department = (await directory.GetDepartmentsAsync([team.Id], cancellationToken))[0];
        var head = (await directory.GetPeopleAsync([named.Id], cancellationToken))[0];
        if (!head.CanReceive)
        {
            return DirectoryMessages.CannotLead(head);
        }

        if (department.HeadId != head.Id)
        {
            department.HeadId = head.Id;
            await outboxWriter.ToPersonFromAsync(
                context.Workspace,
                context.Sender,
                head,
                DirectoryMessages.YouLead(department, context.Sender),
                "department.head",
                actId: null,
                cancellationToken);
        }

        return DirectoryMessages.Leads(department, head);
    }

    private async Task<ChatMessage> MergeAsync(ChatContext context, IncomingText text, CancellationToken cancellationToken) =>
        await RefusalAsync(context, PersonMergeMessages.NotAllowed(), cancellationToken)
            ?? await merge.MergeAsync(context, text, cancellationToken);

    private async Task<ChatMessage?> RefusalAsync(ChatContext context, ChatMessage notAllowed, CancellationToken cancellationToken) =>
        await administrators.IsSenderAdministratorAsync(context, cancellationToken) switch
        {
            null => DirectoryMessages.Unsure(),
            false => notAllowed,
            true => null,
        };
}
