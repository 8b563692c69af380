using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>Creates links to the pages.</summary>
internal sealed class DashboardLinks(DashboardAddress address, DashboardVisitStore visits, TimeProvider clock) : IDashboardLinks
{
    public (Uri Link, DateTimeOffset Until)? CreateLink(ChatContext context, Period? period, Department? department)
    {
        if (address.Base is not { } home)
        {
            return null;
        }

        var secret = visits.CreateLink(
            context.Sender.OrganisationId,
            context.Sender.Id,
            context.Workspace.Id,
            DashboardView.Query(period, department));
        return (new Uri(home, $"/dashboard/open/{secret}"), clock.GetUtcNow() + DashboardVisit.LinkLife);
    }
}
