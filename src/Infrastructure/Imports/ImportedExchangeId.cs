using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RelateBot.Infrastructure.Imports;

/// <summary>
/// Derives the id of an imported ledger entry from its content, so that importing twice writes it once. A version 8 UUID (RFC 9562): the
/// time comes first, as in version 7, so that ids sort by time. The rest is SHA-256 of the content.
/// </summary>
internal static class ImportedExchangeId
{
    public static Guid Of(Guid organisationId, ExchangeRow row)
    {
        // The note is the only free text and comes last, so different contents can't look the same. Departments are left out because people
        // move.
        var to = row.ToPersonId is { } person ? $"person {person:N}" : $"department {row.ToDepartmentId:N}";
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{organisationId:N} {row.OccurredAt.UtcTicks} {row.Kind} {row.FromPersonId:N} {to} {row.Visibility} "
                + $"[{string.Join(' ', row.Values)}] {row.Note}");
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(content), id);

        var milliseconds = row.OccurredAt.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            id[i] = (byte)(milliseconds >> (8 * (5 - i)));
        }

        id[6] = (byte)(0x80 | (id[6] & 0x0F));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id[..16], bigEndian: true);
    }
}
