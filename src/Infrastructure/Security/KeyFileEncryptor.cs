using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace RelateBot.Infrastructure.Security;

/// <summary>Encrypts Data Protection's keys with the key file: AES-GCM, which also detects changes.</summary>
internal sealed class KeyFileEncryptor(byte[] key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (wrapped, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, wrapped, tag);
        return new EncryptedXmlInfo(
            new XElement("wrapped", Convert.ToBase64String([.. nonce, .. tag, .. wrapped])),
            typeof(KeyFileDecryptor));
    }
}
